package dev.mailcheck.check;

import static dev.mailcheck.check.FindingCode.DKIM_ED25519_ALONE;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_AT_WRONG_NAME;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_MISSING;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_REVOKED;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_STRONG;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_UNUSABLE;
import static dev.mailcheck.check.FindingCode.DKIM_KEY_VALID;
import static dev.mailcheck.check.FindingCode.DKIM_RSA_ABOVE_4096;
import static dev.mailcheck.check.FindingCode.DKIM_RSA_BELOW_1024;
import static dev.mailcheck.check.FindingCode.DKIM_RSA_BELOW_2048;
import static dev.mailcheck.check.FindingCode.DKIM_SEVERAL_RECORDS;
import static dev.mailcheck.check.FindingCode.DKIM_SHA1_ONLY;
import static dev.mailcheck.check.FindingCode.DKIM_TEST_MODE;
import static dev.mailcheck.check.FindingCode.DKIM_VERSION_NOT_FIRST;

import dev.mailcheck.check.SelectorKeys.Published;
import dev.mailcheck.dkim.DkimKeyRecord;
import dev.mailcheck.dkim.DkimPublicKey;
import dev.mailcheck.dkim.TagList;
import dev.mailcheck.probe.SelectorAnswer;
import dev.mailcheck.probe.SelectorAnswer.MisplacedKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What each selector's record is worth to a verifier. */
final class DkimKeyFindings {
    private static final String VERSION = "v";

    private DkimKeyFindings() {}

    static List<Finding> of(SelectorKeys keys) {
        List<Finding> findings = new ArrayList<>();
        keys.missing().stream().map(DkimKeyFindings::missing).forEach(findings::add);
        keys.published().stream()
                .flatMap(key -> ofKey(key, keys.hasRsa()).stream())
                .forEach(findings::add);
        return findings;
    }

    private static Finding missing(SelectorAnswer selector) {
        return selector.misplaced().stream()
                .flatMap(place -> atWrongName(selector, place).stream())
                .findFirst()
                .orElseGet(() -> Finding.of(DKIM_KEY_MISSING, selector.name()));
    }

    private static Optional<Finding> atWrongName(SelectorAnswer selector, MisplacedKey place) {
        return place.answer().data().stream()
                .filter(text -> DkimKeyRecord.parse(text) instanceof DkimKeyRecord.Valid)
                .findFirst()
                .map(text ->
                        new TxtPlace(selector.name(), selector.answer())
                                .mend(
                                        Finding.of(
                                                DKIM_KEY_AT_WRONG_NAME,
                                                selector.name(),
                                                "name",
                                                place.name()),
                                        Optional.of(text)));
    }

    private static List<Finding> ofKey(Published key, boolean besideRsa) {
        String name = key.selector().name();
        return switch (key.record()) {
            case DkimKeyRecord.Valid valid -> ofValid(key, valid, besideRsa);
            case DkimKeyRecord.Revoked revoked -> List.of(Finding.of(DKIM_KEY_REVOKED, name));
            case DkimKeyRecord.Faulty faulty ->
                    List.of(
                            Finding.of(
                                    DKIM_KEY_UNUSABLE,
                                    name,
                                    "reason",
                                    faulty.fault().name(),
                                    "record",
                                    faulty.text()));
        };
    }

    private static List<Finding> ofValid(
            Published key, DkimKeyRecord.Valid valid, boolean besideRsa) {
        String name = key.selector().name();
        List<Finding> findings = new ArrayList<>();
        if (key.texts().size() > 1) {
            findings.add(
                    Finding.of(
                            DKIM_SEVERAL_RECORDS,
                            name,
                            "count",
                            Integer.toString(key.texts().size())));
        }
        if (valid.tags().value(VERSION).isPresent() && !valid.tags().isFirst(VERSION)) {
            findings.add(mend(key, DKIM_VERSION_NOT_FIRST, valid.tags().withFirst(VERSION)));
        }
        if (valid.testing()) {
            findings.add(mend(key, DKIM_TEST_MODE, withoutTesting(valid.tags())));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.of(DKIM_KEY_VALID, name));
        }
        findings.add(
                valid.sha1Only()
                        ? mend(key, DKIM_SHA1_ONLY, valid.tags().without(Set.of("h")))
                        : strength(name, valid.key(), besideRsa));
        return findings;
    }

    private static Finding strength(String name, DkimPublicKey key, boolean besideRsa) {
        return switch (key) {
            case DkimPublicKey.Rsa rsa when rsa.bits() < 1024 ->
                    rsa(DKIM_RSA_BELOW_1024, name, rsa);
            case DkimPublicKey.Rsa rsa when rsa.bits() < 2048 ->
                    rsa(DKIM_RSA_BELOW_2048, name, rsa);
            case DkimPublicKey.Rsa rsa when rsa.bits() > 4096 ->
                    rsa(DKIM_RSA_ABOVE_4096, name, rsa);
            case DkimPublicKey.Rsa rsa ->
                    Finding.of(DKIM_KEY_STRONG, name, "algorithm", "RSA " + rsa.bits());
            case DkimPublicKey.TooLarge tooLarge ->
                    Finding.of(DKIM_RSA_ABOVE_4096, name, "bits", "> 16384");
            case DkimPublicKey.Ed25519 ed25519 ->
                    besideRsa
                            ? Finding.of(DKIM_KEY_STRONG, name, "algorithm", "Ed25519")
                            : Finding.of(DKIM_ED25519_ALONE, name);
        };
    }

    private static Finding rsa(FindingCode code, String name, DkimPublicKey.Rsa rsa) {
        return Finding.of(code, name, "bits", Integer.toString(rsa.bits()));
    }

    /** Only a record that stands alone can be replaced by another. */
    private static Finding mend(Published key, FindingCode code, TagList tags) {
        SelectorAnswer selector = key.selector();
        Finding finding = Finding.of(code, selector.name());
        return key.texts().size() == 1
                ? new TxtPlace(selector.name(), selector.answer())
                        .mend(finding, Optional.of(tags.text()))
                : finding;
    }

    private static TagList withoutTesting(TagList tags) {
        String rest =
                Arrays.stream(tags.value("t").orElse("").split(":"))
                        .map(String::strip)
                        .filter(flag -> !flag.equalsIgnoreCase("y") && !flag.isEmpty())
                        .collect(Collectors.joining(":"));
        return rest.isEmpty() ? tags.without(Set.of("t")) : tags.with("t", rest);
    }
}
