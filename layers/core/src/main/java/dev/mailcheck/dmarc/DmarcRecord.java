package dev.mailcheck.dmarc;

import dev.mailcheck.dkim.TagList;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DMARC policy record (RFC 9989, section 4.7): a text that begins with {@code v=DMARC1}. What is
 * wrong behind that never makes the record go away; {@link DmarcRemarks} tells it.
 */
public record DmarcRecord(String text, TagList tags) {
    /** Blanks before {@code v} are not allowed; the tag's name may be a capital letter. */
    private static final Pattern VERSION = Pattern.compile("[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)");

    /** Whether the policies of the record count (RFC 9989, section 4.10.1). */
    public enum Standing {
        SOUND,
        /**
         * No valid {@code p}, or an invalid {@code sp} or {@code np}, but somebody to report to.
         */
        AS_IF_NONE,
        /** The same with nobody to report to: receivers do not apply DMARC. */
        UNUSABLE
    }

    /** How exactly identifiers must match the author domain (RFC 9989, section 4.4). */
    public enum Alignment {
        RELAXED,
        STRICT
    }

    /** What the record says about the domain being a public suffix. */
    public enum Psd {
        YES,
        NO,
        UNSAID
    }

    /** The record; empty where the text is none, and so counts as if it were not there. */
    public static Optional<DmarcRecord> parse(String text) {
        return VERSION.matcher(text).lookingAt()
                ? Optional.of(new DmarcRecord(text, TagList.parse(text)))
                : Optional.empty();
    }

    public Standing standing() {
        boolean sound =
                policy(PolicyTag.P).isPresent()
                        && !isInvalid(PolicyTag.SP)
                        && !isInvalid(PolicyTag.NP);
        if (sound) {
            return Standing.SOUND;
        }
        return rua().stream().anyMatch(ReportUri::valid) ? Standing.AS_IF_NONE : Standing.UNUSABLE;
    }

    /** The policy that this very tag names; empty where it is absent or invalid. */
    public Optional<DmarcPolicy> policy(PolicyTag tag) {
        return tags.value(tag.word()).flatMap(DmarcPolicy::of);
    }

    public boolean isInvalid(PolicyTag tag) {
        return tags.value(tag.word()).isPresent() && policy(tag).isEmpty();
    }

    /** The tag that decides for those whom {@code tag} is for: np, else sp, else p. */
    public PolicyTag deciding(PolicyTag tag) {
        if (tags.value(tag.word()).isPresent()) {
            return tag;
        }
        return tag == PolicyTag.NP ? deciding(PolicyTag.SP) : PolicyTag.P;
    }

    /** What is asked for those whom {@code tag} is for, before {@code t}. */
    public DmarcPolicy asked(PolicyTag tag) {
        return standing() == Standing.SOUND
                ? policy(deciding(tag)).orElse(DmarcPolicy.NONE)
                : DmarcPolicy.NONE;
    }

    /** What receivers apply: one level lower than asked under {@code t=y}. */
    public DmarcPolicy applied(PolicyTag tag) {
        return isTesting() ? asked(tag).oneLevelLower() : asked(tag);
    }

    /** {@code t=y}. */
    public boolean isTesting() {
        return is("t", "y");
    }

    public Psd psd() {
        if (is("psd", "y")) {
            return Psd.YES;
        }
        return is("psd", "n") ? Psd.NO : Psd.UNSAID;
    }

    public Alignment adkim() {
        return is("adkim", "s") ? Alignment.STRICT : Alignment.RELAXED;
    }

    public Alignment aspf() {
        return is("aspf", "s") ? Alignment.STRICT : Alignment.RELAXED;
    }

    /** Where aggregate reports go, in the record's order. */
    public List<ReportUri> rua() {
        return uris("rua");
    }

    /** Where failure reports go. */
    public List<ReportUri> ruf() {
        return uris("ruf");
    }

    private List<ReportUri> uris(String tag) {
        return tags.value(tag).map(ReportUri::list).orElse(List.of());
    }

    private boolean is(String tag, String value) {
        return tags.value(tag).filter(value::equalsIgnoreCase).isPresent();
    }
}
