package dev.mailcheck.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneDns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class TreeWalkTest {
    @Test
    void aLongNameTakesEightQuestions() {
        assertThat(TreeWalk.names(DnsName.of("a.b.c.d.e.f.g.h.i.j.mail.example.com")))
                .extracting(DnsName::text)
                .containsExactly(
                        "a.b.c.d.e.f.g.h.i.j.mail.example.com",
                        "g.h.i.j.mail.example.com",
                        "h.i.j.mail.example.com",
                        "i.j.mail.example.com",
                        "j.mail.example.com",
                        "mail.example.com",
                        "example.com",
                        "com");
    }

    @ParameterizedTest
    @CsvSource({
        "com, 1",
        "example.com, 2",
        "a.example.com, 3",
        "1.2.3.4.5.6.7, 7",
        "1.2.3.4.5.6.7.8, 8",
        "1.2.3.4.5.6.7.8.9, 8",
        "1.2.3.4.5.6.7.8.9.10, 8"
    })
    void noWalkTakesMoreThanEight(String start, int questions) {
        List<DnsName> names = TreeWalk.names(DnsName.of(start));
        assertThat(names).hasSize(questions).doesNotHaveDuplicates();
        assertThat(names.getFirst().text()).isEqualTo(start);
        assertThat(names.getLast().labels()).isEqualTo(1);
    }

    /** Zone: "domain=record" for each record, separated by bars. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "a.mail.example.com : mail.example.com=p=none|example.com=p=none : example.com",
                "a.mail.example.com : mail.example.com=psd=n|example.com=p=none : mail.example.com",
                "a.mail.example.com : com=psd=y : example.com",
                "a.mail.example.com : com=p=none : com",
                "a.mail.example.com : example.com=psd=y|com=psd=y : mail.example.com",
                "a.mail.example.com : a.mail.example.com=psd=y|com=p=none : a.mail.example.com",
                "a.mail.example.com : a.mail.example.com=psd=n|com=p=none : a.mail.example.com",
                "a.mail.example.com : '' : a.mail.example.com",
                "mail.example.com   : mail.example.com=p=none : mail.example.com",
                "1.2.3.4.5.6.7.8.example.com : 2.3.4.5.6.7.8.example.com=p=none"
                        + "                                   : 1.2.3.4.5.6.7.8.example.com",
                "1.2.3.4.5.6.7.8.example.com : 4.5.6.7.8.example.com=p=none"
                        + "                                       : 4.5.6.7.8.example.com"
            })
    void theOrganizationalDomainIsFound(String start, String zone, String organization) {
        assertThat(walk(start, zone).organizationalDomain()).contains(DnsName.of(organization));
    }

    @Test
    void whatStandsBehindTheEndOfTheWalkPlaysNoPart() {
        TreeWalk walk = walk("a.example.com", "example.com=psd=n|com=!");
        assertThat(walk.needed()).hasSize(2);
        assertThat(walk.steps()).hasSize(3);
        assertThat(walk.failure()).isEmpty();
    }

    @Test
    void aQuestionThatFailedLeavesTheOrganizationOpen() {
        TreeWalk walk = walk("a.example.com", "example.com=p=none|com=!");
        assertThat(walk.organizationalDomain()).isEmpty();
        assertThat(walk.failure()).contains(DnsFailure.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                // author > zone > result of discovery
                "example.com      > example.com=p=reject               > example.com P reject",
                "mail.example.com > example.com=p=reject               > example.com SP reject",
                "mail.example.com > example.com=p=reject; sp=none      > example.com SP none",
                "gone.example.com > example.com=p=none; np=reject      > example.com NP reject",
                "gone.example.com > example.com=p=none; sp=quarantine  > example.com NP quarantine",
                "mail.example.com > mail.example.com=p=none|example.com=p=reject"
                        + "                                   > mail.example.com P none",
                "a.mail.example.com > mail.example.com=p=none|example.com=p=reject"
                        + "                                   > example.com SP reject",
                "mail.example.com > com=psd=y; p=reject                > com SP reject",
                "mail.example.com > example.com=p=none|com=psd=y; p=reject"
                        + "                                   > example.com SP none",
                "a.mail.example.com > mail.example.com=p=none|com=psd=y; p=reject"
                        + "                                   > com SP reject",
                "mail.example.com > example.com=p=bad; rua=mailto:a@b.example"
                        + "                                   > example.com SP none",
                "mail.example.com > example.com=p=bad                  > unusable",
                "mail.example.com > other.example=p=none               > none",
                "mail.example.com > example.com=p=none|com=!           > not known",
                "mail.example.com > mail.example.com=!|example.com=p=none > not known"
            })
    void thePolicyOfTheAuthorDomainIsFound(String author, String zone, String expected) {
        assertThat(policy(PolicyDiscovery.of(walk(author, zone), at(author, zone))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "example.com : example.com=p=reject; sp=none; np=quarantine : none quarantine",
                "mail.example.com : mail.example.com=p=reject|example.com=p=reject; sp=none"
                        + "                                             : none none",
                "mail.example.com : mail.example.com=p=reject; psd=n|example.com=p=none"
                        + "                                             : reject reject",
                "1.2.3.4.5.6.example.com : 1.2.3.4.5.6.example.com=p=reject|example.com=p=none"
                        + "                                             : none none"
            })
    void whatHoldsBelowIsWhatAReceiverWouldFindFromThere(
            String domain, String zone, String expected) {
        TreeWalk walk = walk(domain, zone);
        String subdomain =
                ((PolicyDiscovery.Found) PolicyDiscovery.ofSubdomain(walk)).policy().word();
        String missing =
                ((PolicyDiscovery.Found) PolicyDiscovery.ofMissingName(walk)).policy().word();
        assertThat(subdomain + " " + missing).isEqualTo(expected);
    }

    private static String policy(PolicyDiscovery discovery) {
        return switch (discovery) {
            case PolicyDiscovery.Found found ->
                    found.policyDomain() + " " + found.tag() + " " + found.policy().word();
            case PolicyDiscovery.Unusable unusable -> "unusable";
            case PolicyDiscovery.None none -> "none";
            case PolicyDiscovery.NotKnown unknown -> "not known";
        };
    }

    private static DnsAnswer at(String author, String zone) {
        return dns(author, zone).get(DnsName.of(author), RecordType.TXT);
    }

    private static TreeWalk walk(String start, String zone) {
        return TreeWalk.ask(dns(start, zone), DnsName.of(start));
    }

    /** The start exists, unless its name says otherwise. */
    private static Dns dns(String start, String zone) {
        Map<String, Map<String, Object>> names = new TreeMap<>();
        if (!start.startsWith("gone")) {
            names.put(start, Map.of("A", List.of("192.0.2.1")));
        }
        zone.lines()
                .flatMap(line -> List.of(line.split("\\|")).stream())
                .filter(entry -> !entry.isBlank())
                .map(entry -> entry.strip().split("=", 2))
                .forEach(entry ->
                        names.put(
                                "_dmarc." + entry[0],
                                entry[1].equals("!")
                                        ? Map.of("TIMEOUT", true)
                                        : Map.of("TXT", List.of("v=DMARC1; " + entry[1]))));
        return ZoneDns.of(names);
    }
}
