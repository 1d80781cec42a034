package dev.mailcheck.world.https;

/** What an HTTPS host does about a request for one path. */
public sealed interface HttpsAct {
    /** Answers. */
    record Page(int status, String contentType, String body) implements HttpsAct {}

    /** Answers 302. */
    record Redirect(String location) implements HttpsAct {}

    /** Answers 200 and sends the body one byte a second. */
    record DripBody(String body) implements HttpsAct {}

    /** Answers 200 and repeats the text without end. */
    record EndlessBody(String text) implements HttpsAct {}

    /** Sends header fields without end. */
    record EndlessHeader() implements HttpsAct {}

    /** Sends exactly these bytes (characters up to U+00FF) and hangs up. */
    record Raw(String bytes) implements HttpsAct {}

    /** Sends exactly these bytes and then repeats others without end. */
    record Endless(String bytes, String repeated) implements HttpsAct {}

    /** Says nothing and keeps the connection. */
    record Silent() implements HttpsAct {}

    /** Returns a page with plain text. */
    static HttpsAct text(String body) {
        return new Page(200, "text/plain", body);
    }
}
