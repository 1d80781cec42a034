package dev.mailcheck.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.arc.ArcResult;
import dev.mailcheck.arc.ArcValidator;
import dev.mailcheck.arc.ArcWord;
import dev.mailcheck.dmarc.DmarcEvaluator;
import dev.mailcheck.dmarc.DmarcResult;
import dev.mailcheck.dmarc.DmarcWord;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.HostileMails;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.message.TooComplex;
import dev.mailcheck.spf.CheckHost;
import dev.mailcheck.spf.IpAddress;
import dev.mailcheck.spf.SpfQuery;
import dev.mailcheck.spf.SpfResult;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each of the 97 hostile mails gets a verdict of every mechanism, or is too complex. What it costs
 * is measured by bench/hostile-mails.
 */
class HostileVerdictsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final SignatureCrypto CRYPTO = SignatureCrypto.forOneMail();

    private static final SpfQuery QUERY =
            new SpfQuery(IpAddress.parse("192.0.2.1").orElseThrow(), "mx.c.example", "v@c.example");

    private static final Dns DNS =
            ZoneDns.of(
                    Map.of(
                            "s1._domainkey.a.example",
                            Map.of("TXT", List.of(HostileFiles.record())),
                            "_dmarc.a.example",
                            Map.of("TXT", List.of("v=DMARC1; p=reject")),
                            "_dmarc.b.example",
                            Map.of("TXT", List.of("v=DMARC1; p=none"))));

    /** Those whose headers are too much already; MIME has limits of its own. */
    private static final List<String> TOO_COMPLEX =
            List.of("100,000 fields", "100,000 From", "field of 1 MB", "field of 1 MB, folded");

    @Test
    void theyAre97() {
        assertThat(HostileFiles.all()).hasSize(97);
    }

    @TestFactory
    Stream<DynamicTest> aBombIsTooComplexOrItsBodyIsFoundToBeAnother() {
        return HostileMails.bombs().keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertBomb(name)));
    }

    private static void assertBomb(String name) {
        Reading reading = reading(name);
        if (TOO_COMPLEX.contains(name)) {
            assertThat(reading).isInstanceOf(TooComplex.class);
        } else {
            Verdicts verdicts = verdicts((RawMail) reading);
            assertThat(verdicts.dkim().result()).isEqualTo(DkimWord.FAIL);
            assertThat(verdicts.dkim().signatures().getFirst().reason())
                    .isEqualTo(DkimReason.BODY_CHANGED);
            assertThat(verdicts.arc().result()).isEqualTo(ArcWord.NONE);
            assertThat(verdicts.dmarc().result()).isNotEqualTo(DmarcWord.PASS);
        }
    }

    @TestFactory
    Stream<DynamicTest> aTrickFailsThePolicyOfItsAuthorAndHasNoneOfAnother() {
        return HostileMails.tricks().entrySet().stream()
                .map(trick ->
                        DynamicTest.dynamicTest(
                                trick.getKey(),
                                () -> assertTrick(trick.getKey(), trick.getValue())));
    }

    private static void assertTrick(String name, String author) {
        DmarcResult dmarc = verdicts((RawMail) reading(name)).dmarc();
        if (author.equals("-")) {
            assertThat(dmarc.result()).isIn(DmarcWord.PERMERROR, DmarcWord.FAIL, DmarcWord.NONE);
        } else {
            assertThat(dmarc.fromDomain()).contains(author);
            assertThat(dmarc.result()).isEqualTo(DmarcWord.FAIL);
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsSmuggledIsBody() {
        return HostileFiles.all().keySet().stream()
                .filter(name -> name.startsWith("one"))
                .map(name ->
                        DynamicTest.dynamicTest(
                                name.replace("\r", "CR").replace("\n", "LF"),
                                () ->
                                        assertThat(
                                                        verdicts((RawMail) reading(name))
                                                                .dmarc()
                                                                .fromDomain())
                                                .contains("a.example")));
    }

    private record Verdicts(DkimResult dkim, ArcResult arc, DmarcResult dmarc) {}

    private static Reading reading(String name) {
        String mail = HostileFiles.all().getOrDefault(name, () -> "").get();
        return Reading.of(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Verdicts verdicts(RawMail raw) {
        SignedMail mail = SignedMail.of(raw);
        DkimResult dkim = new DkimVerifier(DNS, CLOCK, CRYPTO).verify(mail);
        ArcResult arc = new ArcValidator(DNS, CLOCK, CRYPTO).validate(mail);
        SpfResult spf = new CheckHost(DNS, CLOCK, "unknown").check(QUERY);
        DmarcResult dmarc =
                new DmarcEvaluator(DNS).evaluate(Authors.of(raw), Optional.of(spf), dkim);
        return new Verdicts(dkim, arc, dmarc);
    }
}
