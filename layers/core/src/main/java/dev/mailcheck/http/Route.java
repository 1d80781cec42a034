package dev.mailcheck.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call of the interface.
 *
 * @param template as in the OpenAPI document: a part in braces stands for one part of a path
 */
record Route(String method, String template, Function<Route.Call, HttpAnswer> work) {
    /** A request for a route, with what stands in the place of the braces. */
    record Call(HttpRequest request, String part) {}

    /** What stands in the place of the braces, if this path is one of the template. */
    Optional<String> part(String path) {
        List<String> wanted = List.of(template.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        String part = "";
        for (int i = 0; i < wanted.size(); i++) {
            Optional<String> here = matched(wanted.get(i), given.get(i));
            if (here.isEmpty()) {
                return Optional.empty();
            }
            part = here.get().isEmpty() ? part : here.get();
        }
        return Optional.of(part);
    }

    private static Optional<String> matched(String wanted, String given) {
        int open = wanted.indexOf('{');
        if (open < 0) {
            return wanted.equals(given) ? Optional.of("") : Optional.empty();
        }
        String ending = wanted.substring(wanted.indexOf('}') + 1);
        return given.endsWith(ending) && given.length() > ending.length()
                ? Optional.of(given.substring(0, given.length() - ending.length()))
                : Optional.empty();
    }
}
