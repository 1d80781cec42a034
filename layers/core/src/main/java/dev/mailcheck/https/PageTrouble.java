package dev.mailcheck.https;

/** Why a page could not be read to its end. */
public enum PageTrouble {
    /** What came is not HTTP/1.1. */
    NOT_HTTP,
    /** The server speaks HTTP/2 without being asked to; others may understand it. */
    HTTP2_ONLY,
    /** More or longer header fields than a page needs. */
    HEADER_TOO_LONG,
    /** More than {@link PageReader#MAX_BODY} bytes. */
    BODY_TOO_LONG,
    /** The server hung up before the end. */
    CUT_OFF,
    /** It took longer than a page may. */
    TIMEOUT,
    /** The check's deadline came first. */
    DEADLINE
}
