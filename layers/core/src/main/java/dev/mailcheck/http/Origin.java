package dev.mailcheck.http;

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
}
