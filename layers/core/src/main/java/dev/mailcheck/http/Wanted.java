package dev.mailcheck.http;

import dev.mailcheck.report.Language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client wants to see (RFC 9110, section 12.5): a page or data, and in which language. */
final class Wanted {
    private static final int MOST = 20;

    private Wanted() {}

    /** A choice of a list, and how much it is wanted, from 0 to 1. */
    private record Choice(String name, double weight) {}

    /** Browsers name HTML; programs do not, or name JSON first. */
    static boolean page(HttpRequest request) {
        List<Choice> accepted = choices(request.header("accept").orElse(""));
        double html = weight("text/html", accepted);
        return html > 0 && html >= weight("application/json", accepted);
    }

    private static double weight(String name, List<Choice> choices) {
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .mapToDouble(Choice::weight)
                .max()
                .orElse(0);
    }

    /** The one that is asked for by name, in the query. */
    static Optional<Language> named(HttpRequest request) {
        return request.parameter("lang").flatMap(Language::of);
    }

    /** The one that is asked for by name, else the one that the browser's user reads best. */
    static Language language(HttpRequest request) {
        return named(request).orElseGet(() -> preferred(request));
    }

    private static Language preferred(HttpRequest request) {
        return choices(request.header("accept-language").orElse("")).stream()
                .filter(choice -> choice.weight() > 0)
                .sorted(Comparator.comparingDouble(Choice::weight).reversed())
                .flatMap(choice -> Language.of(choice.name().split("-", 2)[0]).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    private static List<Choice> choices(String list) {
        return Arrays.stream(list.split(",", MOST)).map(Wanted::choice).toList();
    }

    private static Choice choice(String text) {
        String[] parts = text.split(";");
        String name = parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT);
        double weight =
                Arrays.stream(parts)
                        .map(String::strip)
                        .filter(part -> part.matches("[qQ]=[01](\\.\\d{0,3})?"))
                        .mapToDouble(part -> Double.parseDouble(part.substring(2)))
                        .findFirst()
                        .orElse(1);
        return new Choice(name, weight);
    }
}
