package dev.mailcheck;

import static dev.mailcheck.SharedCases.get;
import static dev.mailcheck.SharedCases.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dmarc.PolicyDiscovery;
import dev.mailcheck.dmarc.TreeWalk;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneDns;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which policy applies to the mails of the conformance data; they are not evaluated here. */
@NullMarked
class DmarcConformanceTest {
    private static final Pattern FROM = Pattern.compile("(?im)^From:.*@([a-z0-9.-]+)");

    @TestFactory
    Stream<DynamicTest> thePolicyIsFoundWhereExpected() {
        return SharedCases.in("dmarc").stream()
                .map(c -> DynamicTest.dynamicTest((String) get(c, "id"), () -> verify(c)));
    }

    private static void verify(Map<String, Object> c) throws IOException {
        ZoneDns dns = ZoneDns.read(map(get(c, "zone"))).orElseThrow();
        DnsName author = DnsName.of(author((String) get(c, "mail_file")));
        PolicyDiscovery discovery =
                PolicyDiscovery.of(TreeWalk.ask(dns, author), dns.get(author, RecordType.TXT));
        Map<String, Object> expected = map(get(map(get(c, "expect")), "dmarc"));
        if (get(expected, "result").equals("none")) {
            assertThat(discovery).isInstanceOf(PolicyDiscovery.None.class);
        } else {
            PolicyDiscovery.Found found = (PolicyDiscovery.Found) discovery;
            Map<String, Object> seen =
                    Map.of(
                            "policy", found.applied().word(),
                            "policy_domain", found.policyDomain().text());
            expected.keySet().retainAll(seen.keySet());
            assertThat(seen).containsAllEntriesOf(expected);
        }
    }

    private static String author(String mail) throws IOException {
        String text =
                Files.readString(
                        SharedCases.folder("dmarc").resolve(mail), StandardCharsets.ISO_8859_1);
        Matcher from = FROM.matcher(text);
        assertThat(from.find()).isTrue();
        return from.group(1);
    }
}
