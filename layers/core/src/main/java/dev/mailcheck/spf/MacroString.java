package dev.mailcheck.spf;

import java.util.List;

/** A text with macros, as written and taken apart (RFC 7208, section 7). */
public record MacroString(String text, List<MacroPart> parts) {
    public MacroString {
        parts = List.copyOf(parts);
    }

    /** Whether what it says depends on the mail: then it cannot be known beforehand. */
    public boolean dependsOnMail() {
        return parts.stream().anyMatch(part -> dependsOnMail(part));
    }

    /** {@code %{d}} is the domain whose record this is: the one macro that is always known. */
    private static boolean dependsOnMail(MacroPart part) {
        return part instanceof MacroPart.Expand expand && expand.letter() != 'd';
    }

    boolean endsInMacro() {
        return !parts.isEmpty() && parts.getLast() instanceof MacroPart.Expand;
    }
}
