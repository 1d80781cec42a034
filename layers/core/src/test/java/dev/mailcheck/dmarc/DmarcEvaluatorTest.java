package dev.mailcheck.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dkim.DkimReason;
import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.DkimWord;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.message.Authors;
import dev.mailcheck.message.RawMail;
import dev.mailcheck.message.Reading;
import dev.mailcheck.spf.SpfCause;
import dev.mailcheck.spf.SpfResult;
import dev.mailcheck.spf.SpfWord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class DmarcEvaluatorTest {
    /** Records at _dmarc. of the names; who signed; who sent; what is to come of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The examples of RFC 9989, section 4.10.2.
                "a.mail.example.com | mail.example.com=v=DMARC1;p=none"
                        + " example.com=v=DMARC1;p=reject | example.com | PASS | example.com",
                "a.mail.example.com | mail.example.com=v=DMARC1;p=none;psd=n | example.com | FAIL |"
                        + " mail.example.com",
                "a.mail.example.com | mail.example.com=v=DMARC1;p=none;psd=n | mail.example.com |"
                        + " PASS | mail.example.com",
                "a.mail.example.com | com=v=DMARC1;p=reject;psd=y | x.example.com | PASS |"
                        + " example.com",
                "example.com | com=v=DMARC1;p=reject;psd=y | other.com | FAIL | example.com",
                // A record at a top-level domain that does not say it is one makes all of it one.
                "example.com | com=v=DMARC1;p=reject | other.com | PASS | com",
                // A parent without any record is no longer aligned with its subdomain.
                "mail.example.com | mail.example.com=v=DMARC1;p=reject | example.com | FAIL |"
                        + " mail.example.com",
                "example.com | example.com=v=DMARC1;p=reject | mail.example.com | PASS |"
                        + " example.com",
                "example.com | example.com=v=DMARC1;p=reject | example.net | FAIL | example.com",
                "example.com | example.com=v=DMARC1;p=reject;adkim=s | mail.example.com | FAIL |"
                        + " example.com",
                "example.com | example.com=v=DMARC1;p=reject;adkim=s | example.com | PASS |"
                        + " example.com",
                // psd=y at the very name where the walk began does not count as one above it.
                "example.com | example.com=v=DMARC1;p=reject;psd=y | a.example.com | FAIL |"
                        + " example.com",
                "example.com | example.com=v=DMARC1;p=reject;psd=y | example.com | PASS |"
                        + " example.com",
                "a.b.example.com | example.com=v=DMARC1;p=reject | c.d.e.f.g.h.i.example.com | PASS"
                        + " | example.com",
                // Two records at one name count as none; the walk goes on.
                "mail.example.com | mail.example.com=v=DMARC1;p=none,v=DMARC1;p=none"
                        + " example.com=v=DMARC1;p=reject | example.com | PASS | example.com"
            })
    void dkimIsAlignedByTheWalk(
            String author, String records, String signer, DmarcWord word, String organization) {
        DmarcResult result =
                new DmarcEvaluator(zone(records))
                        .evaluate(
                                one(author),
                                Optional.of(spf(SpfWord.NONE, "x.example")),
                                dkim(signer));
        assertThat(result.result()).as("%s", result).isEqualTo(word);
        assertThat(result.organizationalDomain()).contains(organization);
        assertThat(result.dkimAligned()).isEqualTo(word == DmarcWord.PASS);
        assertThat(result.spfAligned()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASS      | example.com      | v=DMARC1;p=reject        | PASS      | ALIGNED",
                "PASS      | mail.example.com | v=DMARC1;p=reject        | PASS      | ALIGNED",
                "PASS      | EXAMPLE.com.     | v=DMARC1;p=reject        | PASS      | ALIGNED",
                "PASS      | mail.example.com | v=DMARC1;p=reject;aspf=s | FAIL      | NOT_ALIGNED",
                "PASS      | mail.example.com | v=DMARC1;p=reject;adkim=s | PASS     | ALIGNED",
                "PASS      | example.net      | v=DMARC1;p=reject        | FAIL      | NOT_ALIGNED",
                "FAIL      | example.com      | v=DMARC1;p=reject        | FAIL      |"
                        + " NOTHING_AUTHENTICATED",
                "SOFTFAIL  | example.com      | v=DMARC1;p=reject        | FAIL      |"
                        + " NOTHING_AUTHENTICATED",
                "NEUTRAL   | example.com      | v=DMARC1;p=reject        | FAIL      |"
                        + " NOTHING_AUTHENTICATED",
                "PERMERROR | example.com      | v=DMARC1;p=reject        | FAIL      |"
                        + " NOTHING_AUTHENTICATED",
                "TEMPERROR | example.com      | v=DMARC1;p=reject        | TEMPERROR |"
                        + " ALIGNMENT_NOT_KNOWN",
                "TEMPERROR | example.net      | v=DMARC1;p=reject        | FAIL      |"
                        + " NOTHING_AUTHENTICATED",
                "PASS      | example.com      | v=DMARC1;p=nothing       | PERMERROR |"
                        + " RECORD_UNUSABLE",
                "PASS      | example.com      | v=DMARC1;rua=mailto:a@example.com | PASS | ALIGNED",
                "PASS      | example.com      | v=DMARC2;p=reject        | NONE      | NO_RECORD",
                "PASS      | [192.0.2.1]      | v=DMARC1;p=reject        | FAIL      | NOT_ALIGNED"
            })
    void spfCountsForItsDomain(
            SpfWord spf, String domain, String record, DmarcWord word, DmarcReason reason) {
        DmarcResult result =
                new DmarcEvaluator(zone("example.com=" + record))
                        .evaluate(one("example.com"), Optional.of(spf(spf, domain)), dkim());
        assertThat(result.reason()).as("%s", result).isEqualTo(reason);
        assertThat(result.result()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com      | v=DMARC1;p=reject                     | P  | REJECT     |"
                        + " REJECT",
                "example.com      | v=DMARC1;p=reject;sp=none;np=none     | P  | REJECT     |"
                        + " REJECT",
                "sub.example.com  | v=DMARC1;p=reject;sp=quarantine       | SP | QUARANTINE |"
                        + " QUARANTINE",
                "sub.example.com  | v=DMARC1;p=none;np=reject             | SP | NONE       | NONE",
                "gone.example.com | v=DMARC1;p=none;np=reject             | NP | REJECT     |"
                        + " REJECT",
                "gone.example.com | v=DMARC1;p=none;sp=quarantine         | NP | QUARANTINE |"
                        + " QUARANTINE",
                "gone.example.com | v=DMARC1;p=reject                     | NP | REJECT     |"
                        + " REJECT",
                "example.com      | v=DMARC1;p=reject;t=y                 | P  | REJECT     |"
                        + " QUARANTINE",
                "sub.example.com  | v=DMARC1;p=none;sp=quarantine;t=y     | SP | QUARANTINE | NONE",
                "example.com      | v=DMARC1;p=bad;rua=mailto:a@b.example | P  | NONE       | NONE"
            })
    void thePolicyIsThatOfTheTagForTheAuthor(
            String author, String record, PolicyTag tag, DmarcPolicy policy, DmarcPolicy applied) {
        for (DkimResult dkim : List.of(dkim(), dkim(author))) {
            DmarcResult result =
                    new DmarcEvaluator(zone("example.com=" + record))
                            .evaluate(
                                    one(author), Optional.of(spf(SpfWord.NONE, "x.example")), dkim);
            assertThat(result.tag()).contains(tag);
            assertThat(result.policy()).contains(policy);
            assertThat(result.applied()).contains(applied);
            assertThat(result.policyDomain()).contains("example.com");
        }
    }

    @Test
    void aSilentDnsIsNeverAFail() {
        ZoneDns silent = ZoneDns.of(Map.of("_dmarc.example.com", Map.of("TIMEOUT", true)));
        DmarcResult result =
                new DmarcEvaluator(silent)
                        .evaluate(
                                one("example.com"),
                                Optional.of(spf(SpfWord.FAIL, "x.example")),
                                dkim());
        assertThat(result.result()).isEqualTo(DmarcWord.TEMPERROR);
        assertThat(result.arguments()).containsEntry("dns", "TIMEOUT");
    }

    @Test
    void aSilentDnsBesideAnAlignedSignatureDoesNoHarm() {
        ZoneDns half =
                ZoneDns.of(
                        Map.of(
                                "_dmarc.example.com",
                                Map.of("TXT", List.of("v=DMARC1;p=reject")),
                                "_dmarc.com",
                                Map.of("SERVFAIL", true)));
        DmarcEvaluator evaluator = new DmarcEvaluator(half);
        Optional<SpfResult> none = Optional.of(spf(SpfWord.NONE, "x.example"));
        assertThat(evaluator.evaluate(one("example.com"), none, dkim("example.com")).result())
                .isEqualTo(DmarcWord.PASS);
        assertThat(evaluator.evaluate(one("example.com"), none, dkim("mail.example.com")).result())
                .isEqualTo(DmarcWord.TEMPERROR);
        assertThat(evaluator.evaluate(one("example.com"), none, dkim("example.net")).result())
                .isEqualTo(DmarcWord.FAIL);
    }

    @Test
    void aSignatureThatMayStillBeGoodKeepsFromFailing() {
        DmarcEvaluator evaluator = new DmarcEvaluator(zone("example.com=v=DMARC1;p=reject"));
        Optional<SpfResult> fail = Optional.of(spf(SpfWord.FAIL, "x.example"));
        DkimResult undecided = dkim(DkimWord.TEMPERROR, DkimReason.KEY_NOT_KNOWN, "example.com");
        assertThat(evaluator.evaluate(one("example.com"), fail, undecided).result())
                .isEqualTo(DmarcWord.TEMPERROR);
        DkimResult foreign = dkim(DkimWord.TEMPERROR, DkimReason.KEY_NOT_KNOWN, "example.net");
        assertThat(evaluator.evaluate(one("example.com"), fail, foreign).result())
                .isEqualTo(DmarcWord.FAIL);
    }

    @Test
    void withoutAnEnvelopeAFailHasItsOwnReason() {
        DmarcEvaluator evaluator = new DmarcEvaluator(zone("example.com=v=DMARC1;p=reject"));
        assertThat(evaluator.evaluate(one("example.com"), Optional.empty(), dkim()).reason())
                .isEqualTo(DmarcReason.SPF_NOT_KNOWN);
        assertThat(
                        evaluator
                                .evaluate(one("example.com"), Optional.empty(), dkim("example.com"))
                                .reason())
                .isEqualTo(DmarcReason.ALIGNED);
    }

    @Test
    void severalAuthorsNeverPassAndTheStrictestPolicyIsTold() {
        DmarcEvaluator evaluator =
                new DmarcEvaluator(
                        zone("example.com=v=DMARC1;p=none example.net=v=DMARC1;p=reject"));
        Authors both = from("From: a@example.com\r\nFrom: b@example.net\r\n");
        Optional<SpfResult> spf = Optional.of(spf(SpfWord.NONE, "x.example"));
        DmarcResult one = evaluator.evaluate(both, spf, dkim("example.com"));
        assertThat(one.result()).isEqualTo(DmarcWord.FAIL);
        assertThat(one.reason()).isEqualTo(DmarcReason.SEVERAL_FROM_FIELDS);
        assertThat(one.fromDomain()).contains("example.net");
        assertThat(one.applied()).contains(DmarcPolicy.REJECT);
        DmarcResult all = evaluator.evaluate(both, spf, dkim("example.com", "example.net"));
        assertThat(all.result()).isEqualTo(DmarcWord.PERMERROR);
    }

    /**
     * Aligned and signed as example.com throughout: only how From is written makes a difference.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice@example.com                             | ALIGNED",
                "Alice <alice@EXAMPLE.com>                     | ALIGNED",
                "alice@example.com (Alice)                     | ALIGNED",
                "'\"bob@victim.example\" <alice@example.com>'   | ALIGNED",
                "=?utf-8?q?bob=40victim.example?= <alice@example.com> | ALIGNED",
                "alice@example.com <alice@example.com>         | ALIGNED",
                "Friends: alice@example.com;                   | ALIGNED",
                "'alice@example.com, carol@example.com'        | ALIGNED",
                "'alice@example.com, bob@victim.example'       | SEVERAL_AUTHORS",
                "'Friends: a@example.com, b@victim.example;'   | SEVERAL_AUTHORS",
                "bob@victim.example <alice@example.com>        | AUTHOR_AMBIGUOUS",
                "<bob@victim.example> alice@example.com        | AUTHOR_AMBIGUOUS",
                "<bob@victim.example> <alice@example.com>      | SEVERAL_AUTHORS",
                "'<@victim.example:alice@example.com>'         | AUTHOR_AMBIGUOUS",
                "<bob@victim.example@example.com>              | AUTHOR_AMBIGUOUS",
                "bob@victim.example\u0000@example.com          | AUTHOR_AMBIGUOUS",
                "alice(bob@victim.example)@example.com         | AUTHOR_AMBIGUOUS",
                "alice                                         | NO_AUTHOR",
                "'Undisclosed:;'                               | NO_AUTHOR",
                "alice@[192.0.2.1]                             | NO_AUTHOR",
                "alice@=?utf-8?q?example.com?=                 | NO_AUTHOR"
            })
    void onlyAnAuthorThatAllProgramsReadAlikeCanPass(String from, DmarcReason reason) {
        DmarcEvaluator evaluator = new DmarcEvaluator(zone("example.com=v=DMARC1;p=reject"));
        DmarcResult result =
                evaluator.evaluate(
                        from("From: " + from + "\r\n"),
                        Optional.of(spf(SpfWord.PASS, "example.com")),
                        dkim("example.com"));
        assertThat(result.reason()).as("%s", result).isEqualTo(reason);
        assertThat(result.result() == DmarcWord.PASS).isEqualTo(reason == DmarcReason.ALIGNED);
    }

    @Test
    void aMailWithoutAuthorHasNoResult() {
        DmarcResult result =
                new DmarcEvaluator(zone("example.com=v=DMARC1;p=none"))
                        .evaluate(
                                from("To: b@example.net\r\n"),
                                Optional.empty(),
                                dkim("example.com"));
        assertThat(result.result()).isEqualTo(DmarcWord.PERMERROR);
        assertThat(result.fromDomain()).isEmpty();
    }

    private static Authors one(String domain) {
        return from("From: Alice <alice@" + domain + ">\r\n");
    }

    private static Authors from(String header) {
        byte[] mail = (header + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return Authors.of((RawMail) Reading.of(mail));
    }

    /** "name=record,record name=record"; sub.example.com exists without a record. */
    private static ZoneDns zone(String records) {
        Map<String, Map<String, Object>> names = new TreeMap<>();
        names.put("sub.example.com", Map.of("A", List.of("192.0.2.1")));
        for (String entry : records.strip().split(" ", -1)) {
            int equals = entry.indexOf('=');
            names.put(
                    "_dmarc." + entry.substring(0, equals),
                    Map.of("TXT", List.of(entry.substring(equals + 1).split(",", -1))));
        }
        return ZoneDns.of(names);
    }

    private static SpfResult spf(SpfWord word, String domain) {
        return new SpfResult(
                word,
                new SpfCause(SpfCause.Kind.MATCHED, Map.of()),
                domain,
                "",
                "",
                "192.0.2.1",
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static DkimResult dkim(String... domains) {
        return dkim(DkimWord.PASS, DkimReason.VERIFIED, domains);
    }

    private static DkimResult dkim(DkimWord word, DkimReason reason, String... domains) {
        List<SignatureResult> signatures =
                Arrays.stream(domains)
                        .map(domain ->
                                new SignatureResult(
                                        Optional.of(domain),
                                        Optional.of("s"),
                                        Optional.of("rsa-sha256"),
                                        word,
                                        reason,
                                        Map.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        List.of()))
                        .toList();
        return new DkimResult(signatures.isEmpty() ? DkimWord.NONE : word, signatures, false);
    }
}
