package dev.mailcheck.message;

/** What came of walking through the parts of a body. */
public sealed interface MimeReading permits MimeBody, TooComplex {
    /** Finds the parts of the mail's body, in one pass and without decoding or copying them. */
    static MimeReading of(RawMail mail) {
        return new MimeWalker(mail).walk();
    }
}
