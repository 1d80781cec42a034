package dev.mailcheck.message;

/**
 * Something about the bytes of a mail that does not keep it from being read, and may explain what
 * is found in it: a signature over CRLF, say, that fails on what a program saved.
 */
public enum Oddity {
    /** A byte order mark stands before the mail. */
    BYTE_ORDER_MARK,
    /** Empty lines stand before the header. */
    LEADING_BLANK_LINES,
    /** The mail begins with the "From " line of an mbox. */
    MBOX_FROM_LINE,
    /** It begins with an escaped one, ">From ". */
    ESCAPED_FROM_LINE,
    /** The mbox holds more mails; only the first is read. */
    MBOX_HOLDS_MORE_MAILS,
    /** No line ends with CRLF: a program saved the mail with line ends of its own. */
    LF_LINE_ENDS,
    /** Some lines of the header end with CRLF and some with a bare LF (RFC 5322, section 2.2). */
    MIXED_LINE_ENDS,
    /** A CR in the header is not followed by LF. */
    BARE_CR_IN_HEADER,
    /** The header holds a NUL (RFC 5322, section 4). */
    NUL_IN_HEADER,
    /** The header holds bytes above 127: UTF-8 (RFC 6532), or none knows what. */
    EIGHT_BIT_IN_HEADER,
    /** A line that is no header field ended the header, not an empty line. */
    HEADER_ENDED_BY_OTHER_LINE,
    /** The mail ends with its header, without an empty line after it. */
    NO_EMPTY_LINE_AFTER_HEADER,
    /** There is no header field at all. */
    NO_HEADER,
    /** The bytes are a file of Outlook's own form (.msg), which holds no mail as it was sent. */
    OUTLOOK_MSG_FILE,
    /** The bytes are UTF-16 text, as an editor may have saved it. */
    UTF_16_TEXT
}
