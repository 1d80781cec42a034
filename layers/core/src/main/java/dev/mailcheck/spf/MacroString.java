package dev.mailcheck.spf;

import java.util.List;

/** A text with macros, as written and taken apart (RFC 7208, section 7). */
public record MacroString(String text, List<MacroPart> parts) {
    public MacroString {
        parts = List.copyOf(parts);
    }

    /**
     * Whether what it says depends on the mail, so that it cannot be known beforehand. Known are
     * {@code d}, the domain whose record this is, and {@code o}, the domain that is checked.
     */
    public boolean dependsOnMail() {
        return parts.stream()
                .anyMatch(
                        part -> part instanceof MacroPart.Expand e && "do".indexOf(e.letter()) < 0);
    }

    /** Whether it asks for the client's name, which is a look-up of its own. */
    boolean asksClientName() {
        return parts.stream()
                .anyMatch(part -> part instanceof MacroPart.Expand e && e.letter() == 'p');
    }

    boolean endsInMacro() {
        return !parts.isEmpty() && parts.getLast() instanceof MacroPart.Expand;
    }
}
