package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.DkimKeyRecord;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneDns;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that verify mails of the conformance data; the signatures are not verified here. */
@NullMarked
class DkimKeyConformanceTest {
    @TestFactory
    Stream<DynamicTest> aKeyThatVerifiesIsValid() {
        return SharedCases.in("dkim").stream()
                .filter(c -> !passing(c).isEmpty())
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    private static void verify(Map<String, Object> c) {
        ZoneDns dns = ZoneDns.read(map(get(c, "zone"))).orElseThrow();
        assertThat(passing(c))
                .allSatisfy(signature -> {
                    DnsName name =
                            DnsName.of(
                                    get(signature, "selector")
                                            + "._domainkey."
                                            + get(signature, "domain"));
                    assertThat(dns.get(name, RecordType.TXT).data())
                            .extracting(DkimKeyRecord::parse)
                            .singleElement()
                            .isInstanceOf(DkimKeyRecord.Valid.class);
                });
    }

    private static List<Map<String, Object>> passing(Map<String, Object> c) {
        List<?> signatures = (List<?>) get(map(get(c, "expect")), "dkim");
        return signatures.stream()
                .map(SharedCases::map)
                .filter(signature -> get(signature, "result").equals("pass"))
                .toList();
    }
}
