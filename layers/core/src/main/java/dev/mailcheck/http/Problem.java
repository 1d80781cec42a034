package dev.mailcheck.http;

/** What can be wrong with a request, or with us; words for people stand in {@code words/site}. */
enum Problem {
    BAD_JSON(400, "The body is no JSON object"),
    BAD_VALUE(400, "A member of the body has a value that is not allowed"),
    BAD_DOMAIN(400, "That is no mail domain"),
    FOREIGN_FORM(400, "The form was sent from another site"),
    UNAUTHORIZED(401, "An API key is needed"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "That cannot be done here"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
    MISDIRECTED(421, "This service has another name"),
    TOO_MANY(429, "Too many checks"),
    NO_MAIL(501, "This service receives no mail"),
    INTERNAL(500, "Something went wrong here"),
    RUN_FAILED(500, "The check did not come to an end"),
    UNAVAILABLE(503, "Not possible just now");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** It is the client's own mistake, and not about who or how often. */
    boolean isMistake() {
        return status == 400 || status == 413 || status == 415;
    }
}
