package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import smserrorcodes.AlibabaApiError;
import smserrorcodes.AlibabaApiErrorCode;
import smserrorcodes.AlibabaApiErrors;
import smserrorcodes.AlibabaReceiptErrors;
import smserrorcodes.Answer;
import smserrorcodes.BandwidthMessageError;
import smserrorcodes.BandwidthMessageErrorCode;
import smserrorcodes.BandwidthMessageErrors;
import smserrorcodes.Category;
import smserrorcodes.Claims;
import smserrorcodes.Fault;
import smserrorcodes.Provenance;
import smserrorcodes.ReportedBy;
import smserrorcodes.Retry;
import smserrorcodes.SinchDeliveryErrors;
import smserrorcodes.SinchDeliveryStatus;

/** What a service does with the package; and every entry, written in the form of registry.json. */
class ConsumerTest {

  @Test
  void listedCode() {
    BandwidthMessageError entry = BandwidthMessageErrors.find(4001).orElseThrow();
    assertSame(BandwidthMessageErrorCode.REJECTED_OTHER, entry.code());
    assertEquals(4001, entry.code().code());
    assertSame(Retry.NEVER, entry.retry());
    assertEquals(OptionalInt.of(165), entry.stated().fault());
    assertEquals(OptionalInt.empty(), entry.stated().category());
    assertEquals(new Answer.Known<>(List.of(entry)), BandwidthMessageErrors.classify(4001));
    assertSame(SinchDeliveryStatus.ABORTED, SinchDeliveryErrors.find(402).orElseThrow().status());
    assertEquals(Optional.of(Category.OPTED_OUT), Category.fromId("opted-out"));
    assertEquals(Optional.empty(), BandwidthMessageErrorCode.fromCode(0));
  }

  @Test
  void everyEntryIsTheAnswerForItsCode() {
    for (var entry : BandwidthMessageErrors.ALL) {
      assertEquals(new Answer.Known<>(List.of(entry)), BandwidthMessageErrors.classify(entry.code().code()));
    }
    for (var entry : SinchDeliveryErrors.ALL) {
      assertEquals(new Answer.Known<>(List.of(entry)), SinchDeliveryErrors.classify(entry.code().code()));
    }
    for (var entry : AlibabaReceiptErrors.ALL) {
      assertEquals(new Answer.Known<>(List.of(entry)), AlibabaReceiptErrors.classify(entry.code().code()));
    }
    for (var entry : AlibabaApiErrors.ALL) {
      var found = AlibabaApiErrors.find(entry.code().code());
      assertEquals(new Answer.Known<>(found), AlibabaApiErrors.classify(entry.code().code()));
      assertTrue(found.contains(entry) && AlibabaApiErrors.findBySmppCode(entry.smppCode()).contains(entry));
    }
  }

  @Test
  void codeWithSeveralEntries() {
    List<AlibabaApiError> ofCode = AlibabaApiErrors.find(AlibabaApiErrorCode.SYSTEM_ERROR.code());
    assertEquals(List.of(21, 46), ofCode.stream().map(AlibabaApiError::smppCode).toList());
    assertEquals(
        List.of(AlibabaApiErrorCode.FORBIDDEN_ACTION, AlibabaApiErrorCode.SENDERID_ERROR),
        AlibabaApiErrors.findBySmppCode(25).stream().map(AlibabaApiError::code).toList());
    assertEquals(List.of(), AlibabaApiErrors.findBySmppCode(-1));
    assertThrows(UnsupportedOperationException.class, () -> AlibabaApiErrors.find("OK").clear());
  }

  @Test
  void unlistedCode() {
    var answer = BandwidthMessageErrors.classify(4799);
    if (!(answer instanceof Answer.Unlisted<BandwidthMessageError> unlisted)) {
      throw new AssertionError(answer);
    }
    var prefix = unlisted.scheme().orElseThrow();
    assertEquals("47", prefix.prefix());
    assertEquals(Optional.of(Fault.CUSTOMER), prefix.claims().fault());
    assertEquals(Optional.of(ReportedBy.CARRIER), prefix.claims().reportedBy());
    assertEquals(Optional.empty(), prefix.claims().category());
    assertEquals(OptionalInt.of(75), prefix.stated().fault());
    assertEquals(OptionalInt.of(167), prefix.stated().repeatUnchanged());
    for (int code : new int[] {0, 479, 47990, -479, -4799, 6000, Integer.MIN_VALUE}) {
      assertEquals(new Answer.Unlisted<>(Optional.empty()), BandwidthMessageErrors.classify(code));
    }
    assertEquals(new Answer.Unlisted<>(Optional.empty()), SinchDeliveryErrors.classify(499));
    assertEquals(new Answer.Unlisted<>(Optional.empty()), AlibabaReceiptErrors.classify("success"));
  }

  /** A field of a payload may be absent. */
  @Test
  void noCode() {
    assertEquals(new Answer.Unlisted<>(Optional.empty()), AlibabaReceiptErrors.classify(null));
    assertEquals(new Answer.Unlisted<>(Optional.empty()), AlibabaApiErrors.classify(null));
    assertEquals(List.of(), AlibabaApiErrors.find(null));
    assertEquals(Optional.empty(), AlibabaReceiptErrors.find(null));
    assertEquals(Optional.empty(), AlibabaReceiptErrors.replacementOf(null));
    assertEquals(Optional.empty(), SinchDeliveryStatus.fromCode(null));
    assertEquals(Optional.empty(), Category.fromId(null));
  }

  @Test
  void everyEntry() throws IOException {
    var catalogs = new LinkedHashMap<String, Object>();
    catalogs.put("alibaba/api", plain(AlibabaApiErrors.ALL));
    catalogs.put("alibaba/receipt", plain(AlibabaReceiptErrors.ALL));
    catalogs.put("bandwidth/message", plain(BandwidthMessageErrors.ALL));
    catalogs.put("sinch/delivery-report", plain(SinchDeliveryErrors.ALL));
    Files.writeString(Path.of("target/entries.json"), json(catalogs));
  }

  private static List<Map<String, Object>> plain(List<? extends Record> entries) {
    Set<String> axes =
        Arrays.stream(Claims.class.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
    return entries.stream()
        .map(
            entry -> {
              var row = present(entry);
              var classification = new LinkedHashMap<>(row);
              classification.keySet().retainAll(axes);
              row.keySet().removeAll(axes);
              row.put("classification", classification);
              row.put("yes", yes((Claims) called("claims", entry)));
              row.put("sentence", ((Category) called("category", entry)).sentence().orElseThrow());
              if (row.get("basis") instanceof Map<?, ?> basis && basis.isEmpty()) {
                row.remove("basis");
              }
              return row;
            })
        .toList();
  }

  /** The questions that are answered so. */
  private static List<String> yes(Claims claims) {
    return Arrays.stream(Claims.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == boolean.class && method.getParameterCount() == 0)
        .map(Method::getName)
        .filter(name -> called(name, claims).equals(true))
        .sorted()
        .toList();
  }

  private static Object called(String method, Object on) {
    try {
      return on.getClass().getMethod(method).invoke(on);
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(problem);
    }
  }

  /** The components of a record that are not empty. */
  private static Map<String, Object> present(Record entry) {
    var row = new LinkedHashMap<String, Object>();
    for (RecordComponent component : entry.getClass().getRecordComponents()) {
      try {
        Object value = component.getAccessor().invoke(entry);
        if (value instanceof Optional<?> optional) {
          optional.ifPresent(there -> row.put(component.getName(), unwrapped(there)));
        } else if (value instanceof OptionalInt line) {
          line.ifPresent(there -> row.put(component.getName(), Map.of("line", there)));
        } else {
          row.put(component.getName(), unwrapped(value));
        }
      } catch (ReflectiveOperationException problem) {
        throw new AssertionError(problem);
      }
    }
    return row;
  }

  /** What a member stands for, found by its one accessor. */
  private static Object unwrapped(Object value) {
    if (value instanceof Provenance provenance) {
      return present(provenance);
    }
    if (!(value instanceof Enum<?> member)) {
      return value;
    }
    try {
      boolean isAxis = Arrays.stream(member.getClass().getMethods()).anyMatch(method -> method.getName().equals("id"));
      return member.getClass().getMethod(isAxis ? "id" : "code").invoke(member);
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(problem);
    }
  }

  private static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ConsumerTest::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof String text) {
      return text.chars()
          .mapToObj(unit -> unit > 31 && unit < 127 && unit != '"' && unit != '\\' ? String.valueOf((char) unit) : "\\u%04x".formatted(unit))
          .collect(Collectors.joining("", "\"", "\""));
    }
    return String.valueOf(value);
  }
}
