package dev.mailcheck.check;

import dev.mailcheck.dkim.DkimKeyRecord;
import dev.mailcheck.dkim.DkimPublicKey;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.probe.DkimObservation;
import dev.mailcheck.probe.SelectorAnswer;

import java.util.List;

/**
 * The selectors of an observation, sorted by what they tell. What a wildcard answers under a guess
 * tells nothing.
 *
 * @param missing named selectors without a key record
 * @param unknown named selectors the DNS did not answer for
 * @param published selectors with a key record that counts
 * @param revokedGuesses selectors with an empty key that nobody named, or that a wildcard answers
 */
record SelectorKeys(
        List<SelectorAnswer> missing,
        List<SelectorAnswer> unknown,
        List<Published> published,
        List<SelectorAnswer> revokedGuesses) {

    /**
     * A selector and its key records.
     *
     * @param texts those that are meant as keys; for a named selector any, where none is
     */
    record Published(SelectorAnswer selector, List<String> texts) {
        DkimKeyRecord record() {
            return texts.stream()
                    .map(DkimKeyRecord::parse)
                    .filter(DkimKeyRecord.Valid.class::isInstance)
                    .findFirst()
                    .orElseGet(() -> DkimKeyRecord.parse(texts.getFirst()));
        }

        boolean isRevoked() {
            return record() instanceof DkimKeyRecord.Revoked;
        }
    }

    static SelectorKeys of(DkimObservation seen) {
        List<SelectorAnswer> named =
                seen.selectors().stream().filter(SelectorAnswer::named).toList();
        List<Published> published =
                seen.selectors().stream()
                        .filter(selector -> selector.answer() instanceof DnsAnswer.Found)
                        .filter(s -> s.named() ? !isMissing(s, seen) : !isWildcard(s, seen))
                        .map(SelectorKeys::published)
                        .filter(key -> !key.texts().isEmpty())
                        .toList();
        return new SelectorKeys(
                named.stream().filter(s -> isMissing(s, seen)).toList(),
                named.stream().filter(s -> s.answer().failed()).toList(),
                published.stream().filter(key -> !isExcused(key, seen)).toList(),
                published.stream()
                        .filter(key -> isExcused(key, seen))
                        .map(Published::selector)
                        .toList());
    }

    /** Nothing there, or only what a wildcard that is no key answers everywhere. */
    private static boolean isMissing(SelectorAnswer selector, DkimObservation seen) {
        return selector.answer() instanceof DnsAnswer.Absent
                || (isWildcard(selector, seen)
                        && selector.answer().data().stream()
                                .noneMatch(DkimKeyRecord::isMeantAsKey));
    }

    /** A revoked key is a fault only at a selector that was named and has a record of its own. */
    private static boolean isExcused(Published key, DkimObservation seen) {
        return key.isRevoked() && (!key.selector().named() || isWildcard(key.selector(), seen));
    }

    private static boolean isWildcard(SelectorAnswer selector, DkimObservation seen) {
        return seen.random() instanceof DnsAnswer.Found found
                && List.copyOf(found.data()).equals(List.copyOf(selector.answer().data()));
    }

    private static Published published(SelectorAnswer selector) {
        List<String> texts = selector.answer().data();
        List<String> meant = texts.stream().filter(DkimKeyRecord::isMeantAsKey).toList();
        return new Published(selector, meant.isEmpty() && selector.named() ? texts : meant);
    }

    /** Whether mail can also be verified by those who know RSA only. */
    boolean hasRsa() {
        return published.stream()
                .map(Published::record)
                .anyMatch(record ->
                        record instanceof DkimKeyRecord.Valid valid
                                && !(valid.key() instanceof DkimPublicKey.Ed25519));
    }
}
