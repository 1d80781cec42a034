package dev.mailcheck.dns;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;

import dev.mailcheck.dns.DomainInput.Problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Internationalised names (UTS 46, non-transitional, as RFC 5891 has it). It loads ICU, which takes
 * time: for names beyond ASCII only.
 */
public final class Idn {
    private static final int OPTIONS =
            IDNA.CHECK_BIDI
                    | IDNA.CHECK_CONTEXTJ
                    | IDNA.NONTRANSITIONAL_TO_ASCII
                    | IDNA.NONTRANSITIONAL_TO_UNICODE;

    /** Faults that the A-labels show as well, where they are judged. */
    private static final Set<IDNA.Error> SEEN_LATER =
            Set.of(
                    IDNA.Error.EMPTY_LABEL,
                    IDNA.Error.LABEL_TOO_LONG,
                    IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private static final Set<IDNA.Error> HYPHEN =
            Set.of(IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);

    private Idn() {}

    /** A name beyond ASCII, converted or not. */
    sealed interface Converted {
        record Ascii(String name) implements Converted {}

        record Wrong(Problem problem) implements Converted {}
    }

    /**
     * The A-labels of a name that was not typed here but met somewhere: a name that only looks like
     * another one has them too. Empty where IDNA has none.
     */
    public static Optional<String> aLabels(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        IDNA.getUTS46Instance(OPTIONS).nameToASCII(name, ascii, info);
        return SEEN_LATER.containsAll(info.getErrors())
                ? Optional.of(ascii.toString())
                : Optional.empty();
    }

    static Converted toAscii(String name) {
        IDNA idna = IDNA.getUTS46Instance(OPTIONS);
        IDNA.Info info = new IDNA.Info();
        String ascii = idna.nameToASCII(name, new StringBuilder(), info).toString();
        if (!SEEN_LATER.containsAll(info.getErrors())) {
            return new Converted.Wrong(
                    HYPHEN.containsAll(info.getErrors())
                            ? Problem.MISPLACED_HYPHEN
                            : Problem.NOT_INTERNATIONALISED);
        }
        boolean mixed = Arrays.stream(unicode(idna, ascii).split("\\.")).anyMatch(Idn::isMixed);
        return mixed ? new Converted.Wrong(Problem.MIXED_SCRIPTS) : new Converted.Ascii(ascii);
    }

    private static String unicode(IDNA idna, String ascii) {
        return idna.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
    }

    /** The U-labels, where they can be shown without danger of being taken for another name. */
    static Optional<String> toShow(Domain domain) {
        IDNA idna = IDNA.getUTS46Instance(OPTIONS);
        IDNA.Info info = new IDNA.Info();
        String shown = idna.nameToUnicode(domain.name(), new StringBuilder(), info).toString();
        boolean sound =
                !info.hasErrors() && toAscii(shown).equals(new Converted.Ascii(domain.name()));
        boolean disguised = Arrays.stream(shown.split("\\.")).anyMatch(Idn::looksLikeAscii);
        return sound && !disguised ? Optional.of(shown) : Optional.empty();
    }

    /** Japanese, Chinese and Korean may mix with Latin, as they do; nothing else may. */
    private static boolean isMixed(String label) {
        SpoofChecker checker =
                new SpoofChecker.Builder()
                        .setChecks(
                                SpoofChecker.RESTRICTION_LEVEL
                                        | SpoofChecker.MIXED_NUMBERS
                                        | SpoofChecker.INVISIBLE)
                        .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
                        .build();
        return checker.failsChecks(label);
    }

    private static boolean looksLikeAscii(String label) {
        String skeleton = new SpoofChecker.Builder().build().getSkeleton(label);
        return isAscii(skeleton) && !isAscii(label);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
