"""What a service does with the package; type-checked and run."""

import copy
import dataclasses
import pickle
from typing import assert_type

from sms_error_codes.alibaba import AlibabaApiError, AlibabaApiErrorCode, AlibabaReceiptError, api, receipt
from sms_error_codes.bandwidth import BandwidthMessageError, BandwidthMessageErrorCode, message
from sms_error_codes.lookup import Known, KnownAll, Prefix, Unlisted
from sms_error_codes.sinch import SinchDeliveryError, SinchDeliveryErrorCode, SinchDeliveryStatus, delivery_report
from sms_error_codes.taxonomy import Category, Fault, RepeatUnchanged, ReportedBy, Retry


def known_codes() -> None:
    answer = message.classify(4432)
    assert_type(answer, Known[BandwidthMessageError] | Unlisted)
    assert isinstance(answer, Known)
    assert answer.code is BandwidthMessageErrorCode(4432) and answer.entry is message.BY_CODE[4432]

    entry = message.find(BandwidthMessageErrorCode.REJECTED_OTHER)
    assert_type(entry, BandwidthMessageError | None)
    assert entry is not None and entry.billable is False and entry.retry is Retry.NEVER
    assert entry.stated.fault == 165 and entry.stated.category is None

    report = delivery_report.find(402)
    assert report is not None and report.status is SinchDeliveryStatus.ABORTED
    received: int = 400
    assert received == SinchDeliveryErrorCode.QUEUED and f"{SinchDeliveryErrorCode.QUEUED}" == "400"


def every_entry_is_the_answer_for_its_code() -> None:
    for one in message.ENTRIES:
        assert message.classify(int(one.code)) == Known(one.code, one) and message.find(one.code) is one
    for two in delivery_report.ENTRIES:
        assert delivery_report.classify(int(two.code)) == Known(two.code, two) and delivery_report.find(two.code) is two
    for three in receipt.ENTRIES:
        assert receipt.classify(str(three.code)) == Known(three.code, three) and receipt.find(three.code) is three
    for four in api.ENTRIES:
        answer = api.classify(str(four.code))
        assert isinstance(answer, KnownAll) and answer.entries == api.find(four.code)
        assert four in answer.entries and four in api.find_by_smpp_code(four.smpp_code)


def code_with_several_rows() -> None:
    answer = api.classify("isp.SYSTEM_ERROR")
    assert_type(answer, KnownAll[AlibabaApiError] | Unlisted)
    assert isinstance(answer, KnownAll)
    assert [entry.smpp_code for entry in answer.entries] == [21, 46]
    assert api.find(AlibabaApiErrorCode.OK)[0].category == "accepted"
    assert [entry.code for entry in api.find_by_smpp_code(25)] == ["isv.FORBIDDEN_ACTION", "isv.SENDERID_ERROR"]
    assert api.find_by_smpp_code(-1) == ()


def unlisted_codes() -> None:
    match message.classify(4799):
        case Unlisted(code=4799, scheme=Prefix(prefix="47") as prefix):
            assert prefix.claims.fault is Fault.CUSTOMER and prefix.claims.reported_by is ReportedBy.CARRIER
            assert prefix.claims.repeat_unchanged is RepeatUnchanged.NO and prefix.claims.category is None
            assert prefix.stated.fault == 75
        case answer:
            raise AssertionError(answer)
    for unlisted in (4299, 47990, 479, -4799, 0, 10**5000, 2**53):
        known = message.classify(unlisted)
        assert isinstance(known, Unlisted)
        assert (known.scheme is not None) == (unlisted == 4299), unlisted
    nothings: tuple[object, ...] = (None, True, "4432", 4432.0, float("nan"), b"4432", [4432], {}, object())
    for nothing in nothings:
        assert message.classify(nothing) == Unlisted(nothing), nothing
    assert delivery_report.classify(499) == Unlisted(499) and delivery_report.classify(0) == Unlisted(0)
    assert receipt.classify("success") == Unlisted("success") and api.classify("ok") == Unlisted("ok")


def values_are_values() -> None:
    entries: tuple[BandwidthMessageError | AlibabaApiError | AlibabaReceiptError | SinchDeliveryError, ...] = (
        *message.ENTRIES,
        *api.ENTRIES,
        *receipt.ENTRIES,
        *delivery_report.ENTRIES,
    )
    for entry in entries:
        assert copy.deepcopy(entry) == entry and pickle.loads(pickle.dumps(entry)) == entry
        assert hash(entry) == hash(copy.copy(entry)) and isinstance(dataclasses.asdict(entry), dict)
        assert isinstance(entry.category, Category)
    for change in (
        lambda: setattr(message.ENTRIES[0], "code", 1),
        lambda: message.BY_CODE.__setitem__(1, message.ENTRIES[0]),  # type: ignore[index]  # pyright: ignore
    ):
        try:
            change()
        except (AttributeError, TypeError):
            continue
        raise AssertionError("changed what everybody shares")


for check in (
    known_codes,
    every_entry_is_the_answer_for_its_code,
    code_with_several_rows,
    unlisted_codes,
    values_are_values,
):
    check()
