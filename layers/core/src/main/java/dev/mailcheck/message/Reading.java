package dev.mailcheck.message;

/** What came of reading bytes as a mail: the mail, or that it is too large to be looked at. */
public sealed interface Reading permits RawMail, TooComplex {
    /**
     * Reads bytes as one mail. Any bytes are a mail, if an odd one, until a limit is passed.
     *
     * @param bytes kept, not copied: they must not change afterwards
     */
    static Reading of(byte[] bytes) {
        if (bytes.length > TooComplex.Limit.MAIL_BYTES.value()) {
            return new TooComplex(TooComplex.Limit.MAIL_BYTES);
        }
        return new HeaderSplitter(bytes).split();
    }
}
