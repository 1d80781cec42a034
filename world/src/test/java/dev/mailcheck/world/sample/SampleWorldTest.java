package dev.mailcheck.world.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.Digging;
import dev.mailcheck.world.Road;
import dev.mailcheck.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class SampleWorldTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void everySampleIsDescribedInBothLanguages() {
        assertThat(SampleWorld.samples())
                .isNotEmpty()
                .allSatisfy(sample -> {
                    assertThat(sample.english()).endsWith(".").hasSizeLessThan(90);
                    assertThat(sample.japanese()).contains("。");
                    assertThat(sample.description(Locale.JAPANESE)).isEqualTo(sample.japanese());
                    assertThat(sample.description(Locale.FRENCH)).isEqualTo(sample.english());
                });
    }

    @Test
    void everySampleExistsAndGoneDoesNot() {
        try (World world = SampleWorld.open(CLOCK)) {
            assertThat(SampleWorld.samples())
                    .allSatisfy(sample ->
                            assertThat(ask(world, sample.domain(), "SOA").getRcode())
                                    .isEqualTo(Rcode.NOERROR));
            assertThat(ask(world, "gone.example", "SOA").getRcode()).isEqualTo(Rcode.NXDOMAIN);
        }
    }

    /** What the samples publish and what the world serves must not drift apart. */
    @Test
    void everyAddressOfAMailHostLeadsToAServer() {
        try (World world = SampleWorld.open(CLOCK)) {
            List<InetAddress> addresses =
                    SampleWorld.samples().stream()
                            .flatMap(s ->
                                    ask(world, s.domain(), "MX")
                                            .getSection(Section.ANSWER)
                                            .stream())
                            .map(mx -> ((MXRecord) mx).getTarget())
                            .filter(host -> !host.equals(Name.root))
                            .flatMap(host -> addresses(world, host).stream())
                            .toList();
            assertThat(addresses)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(address ->
                            assertThat(world.route(address, 25)).isInstanceOf(Road.Open.class));
        }
    }

    private static List<InetAddress> addresses(World world, Name host) {
        List<Record> v4 = ask(world, host.toString(true), "A").getSection(Section.ANSWER);
        List<Record> v6 = ask(world, host.toString(true), "AAAA").getSection(Section.ANSWER);
        List<InetAddress> addresses = new ArrayList<>();
        v4.forEach(record -> addresses.add(((ARecord) record).getAddress()));
        v6.forEach(record -> addresses.add(((AAAARecord) record).getAddress()));
        return addresses;
    }

    @ParameterizedTest
    @CsvSource({
        "sound.example,       MX,  secure",
        "selector1._domainkey.sound.example, TXT, secure",
        "_25._tcp.mx1.sound.example, TLSA, secure",
        "parked.example,      TXT, secure",
        "x._domainkey.parked.example, TXT, secure",
        "forgeable.example,   TXT, insecure",
        "bogus.example,       MX,  bogus",
        "gone.example,        MX,  secure",
    })
    void theChainsOfTheSamplesAreAsDescribed(String name, String type, String expected) {
        try (World world = SampleWorld.open(CLOCK)) {
            assertThat(Digging.validate(world, CLOCK, name, type)).isEqualTo(expected);
        }
    }

    @Test
    void theServersOfTheLameDomainDiffer() {
        try (World world = SampleWorld.open(CLOCK)) {
            assertThat(mx(world, "192.0.2.75")).containsExactly("MX 10 mx.lame.example.");
            assertThat(mx(world, "198.51.100.75")).isEmpty();
            assertThat(mx(world, "203.0.113.75"))
                    .containsExactly("MX 10 mx.former-provider.example.");
        }
    }

    private static List<String> mx(World world, String server) {
        return Digging.answer(Digging.askAt(world, server, "lame.example", "MX"));
    }

    private static Message ask(World world, String name, String type) {
        return Digging.ask(world.resolver(), name, type);
    }
}
