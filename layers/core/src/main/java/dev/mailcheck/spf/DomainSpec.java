package dev.mailcheck.spf;

import dev.mailcheck.spf.SpfSyntaxError.Kind;

import java.util.Optional;
import java.util.regex.Pattern;

/** The domain that a term names, with macros (RFC 7208, section 7.1: "domain-spec"). */
public record DomainSpec(MacroString macros) {
    private static final Pattern TOP_LABEL =
            Pattern.compile(
                    "[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*|[A-Za-z0-9]+-[A-Za-z0-9-]*[A-Za-z0-9]");

    static Optional<DomainSpec> read(String text, int offset, Mistakes mistakes) {
        if (text.isEmpty()) {
            return mistakes.none(Kind.SPF_MISSING_DOMAIN, offset);
        }
        Optional<DomainSpec> spec =
                MacroReader.readTerm(text, offset, mistakes).map(DomainSpec::new);
        return spec.isPresent() && !spec.get().endsWell(mistakes, offset) ? Optional.empty() : spec;
    }

    private boolean endsWell(Mistakes mistakes, int offset) {
        if (macros.endsInMacro()) {
            return true;
        }
        String text = macros.text();
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        int dot = name.lastIndexOf('.');
        if (!isTopLabel(name.substring(dot + 1))) {
            return mistakes.add(Kind.SPF_BAD_DOMAIN, offset + dot + 1);
        }
        return dot >= 0 || mistakes.add(Kind.SPF_SINGLE_LABEL_DOMAIN, offset);
    }

    private static boolean isTopLabel(String label) {
        return label.length() <= 63 && TOP_LABEL.matcher(label).matches();
    }

    /** As published. */
    public String text() {
        return macros.text();
    }
}
