package dev.mailcheck.http;

import java.util.HashMap;
import java.util.Map;

/** Forms of our own pages. */
final class Origin {
    private Origin() {}

    /** A browser says where a form stood; what it says of another site is refused. */
    static void check(HttpRequest request) {
        String site = request.header("sec-fetch-site").orElse("none");
        if (site.equals("cross-site") || site.equals("same-site")) {
            throw ProblemException.of(
                    Problem.FOREIGN_FORM, "Forms are taken from our own pages only.");
        }
    }

    /** The same request, in the language of the page that held the form. */
    static HttpRequest inLanguageOf(Map<String, String> fields, HttpRequest request) {
        Map<String, String> query = new HashMap<>(request.query());
        if (fields.containsKey("lang")) {
            query.put("lang", fields.get("lang"));
        }
        return new HttpRequest(
                request.method(),
                request.path(),
                query,
                request.headers(),
                request.body(),
                request.base(),
                request.source());
    }
}
