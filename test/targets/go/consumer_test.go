// What a service does with the package.
package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	codes "app/internal/smserrorcodes"
)

func TestListedCode(t *testing.T) {
	var callback struct {
		ErrorCode codes.BandwidthMessageErrorCode `json:"errorCode"`
	}
	if err := json.Unmarshal([]byte(`{"errorCode": 4001}`), &callback); err != nil {
		t.Fatal(err)
	}
	if callback.ErrorCode != codes.BandwidthMessageErrorCodeRejectedOther {
		t.Errorf("read %v", callback.ErrorCode)
	}
	entry, ok := codes.LookupBandwidthMessageError(callback.ErrorCode)
	if !ok || entry.Billable || entry.Retry != codes.RetryNever || entry.Stated.Fault != 165 || entry.Stated.Category != 0 {
		t.Errorf("found %+v, %v", entry, ok)
	}
	if answer := codes.ClassifyBandwidthMessageError(4001); !answer.Known() || answer.Entries[0] != entry || answer.Scheme != nil {
		t.Errorf("answered %+v", answer)
	}
	if _, ok := codes.LookupBandwidthMessageError(0); ok {
		t.Error("0 is listed")
	}
}

func TestEveryEntryIsTheAnswerForItsCode(t *testing.T) {
	for _, entry := range codes.AlibabaAPIErrors() {
		isAmong(t, entry, codes.LookupAlibabaAPIErrors(entry.Code))
		isAmong(t, entry, codes.LookupAlibabaAPIErrorsBySMPPCode(entry.SMPPCode))
		isAmong(t, entry, codes.ClassifyAlibabaAPIError(entry.Code).Entries)
	}
	for _, entry := range codes.AlibabaReceiptErrors() {
		found, _ := codes.LookupAlibabaReceiptError(entry.Code)
		isAmong(t, entry, []codes.AlibabaReceiptError{found})
		isAmong(t, entry, codes.ClassifyAlibabaReceiptError(entry.Code).Entries)
	}
	for _, entry := range codes.BandwidthMessageErrors() {
		found, _ := codes.LookupBandwidthMessageError(entry.Code)
		isAmong(t, entry, []codes.BandwidthMessageError{found})
		isAmong(t, entry, codes.ClassifyBandwidthMessageError(entry.Code).Entries)
	}
	for _, entry := range codes.SinchDeliveryErrors() {
		found, _ := codes.LookupSinchDeliveryError(entry.Code)
		isAmong(t, entry, []codes.SinchDeliveryError{found})
		isAmong(t, entry, codes.ClassifySinchDeliveryError(entry.Code).Entries)
	}
}

func isAmong[Entry comparable](t *testing.T, entry Entry, found []Entry) {
	t.Helper()
	if !slices.Contains(found, entry) {
		t.Errorf("found %+v, not %+v", found, entry)
	}
}

func TestCodeWithSeveralEntries(t *testing.T) {
	entries := codes.LookupAlibabaAPIErrors(codes.AlibabaAPIErrorCodeSystemError)
	if len(entries) != 2 || entries[0].SMPPCode != 21 || entries[1].SMPPCode != 46 {
		t.Errorf("found %+v", entries)
	}
	found := codes.LookupAlibabaAPIErrorsBySMPPCode(25)
	if len(found) != 2 || found[0].Code != codes.AlibabaAPIErrorCodeForbiddenAction || found[1].Code != codes.AlibabaAPIErrorCodeSenderidError {
		t.Errorf("found %+v", found)
	}
}

func TestUnlistedCode(t *testing.T) {
	answer := codes.ClassifyBandwidthMessageError(4799)
	if answer.Known() || answer.Scheme == nil || answer.Scheme.Prefix != "47" {
		t.Fatalf("answered %+v", answer)
	}
	if claims := answer.Scheme.Claims; claims.Fault != codes.FaultCustomer || claims.ReportedBy != codes.ReportedByCarrier || claims.Category != "" {
		t.Errorf("claimed %+v", claims)
	}
	if stated := answer.Scheme.Stated; stated.Fault != 75 || stated.RepeatUnchanged != 167 || stated.Category != 0 {
		t.Errorf("stated %+v", stated)
	}
	for _, code := range []codes.BandwidthMessageErrorCode{0, 479, 47990, -479, -4799, 6000} {
		if answer := codes.ClassifyBandwidthMessageError(code); answer.Known() || answer.Scheme != nil {
			t.Errorf("%d answered %+v", code, answer)
		}
	}
	if answer := codes.ClassifySinchDeliveryError(499); answer.Known() || answer.Scheme != nil {
		t.Errorf("answered %+v", answer)
	}
	if answer := codes.ClassifyAlibabaReceiptError("success"); answer.Known() {
		t.Errorf("answered %+v", answer)
	}
}

func TestString(t *testing.T) {
	for want, value := range map[string]fmt.Stringer{
		"rejected_other":                  codes.BandwidthMessageErrorCodeRejectedOther,
		"BandwidthMessageErrorCode(4799)": codes.BandwidthMessageErrorCode(4799),
		"isp.SYSTEM_ERROR":                codes.AlibabaAPIErrorCodeSystemError,
		"Aborted":                         codes.SinchDeliveryStatusAborted,
	} {
		if got := value.String(); got != want {
			t.Errorf("printed %q, not %q", got, want)
		}
	}
}

func TestNothingSharedCanBeChanged(t *testing.T) {
	codes.BandwidthMessageErrors()[0].Description = "changed"
	codes.LookupAlibabaAPIErrors(codes.AlibabaAPIErrorCodeOK)[0].Message = "changed"
	codes.ClassifyBandwidthMessageError(4001).Entries[0].Description = "changed"
	codes.ClassifyBandwidthMessageError(4799).Scheme.Title = "changed"
	if codes.BandwidthMessageErrors()[0].Description == "changed" ||
		codes.LookupAlibabaAPIErrors(codes.AlibabaAPIErrorCodeOK)[0].Message == "changed" ||
		codes.ClassifyBandwidthMessageError(4001).Entries[0].Description == "changed" ||
		codes.ClassifyBandwidthMessageError(4799).Scheme.Title == "changed" {
		t.Error("one caller changed what another one sees")
	}
}
