package dev.mailcheck.answer;

/** Whether a mail is answered by mail. */
public sealed interface Decision {
    /**
     * It is.
     *
     * @param to where to
     */
    record Answer(String to, Why why) implements Decision {}

    /** It is not. */
    record Nothing(Silence reason) implements Decision {}

    /** Why the answer goes where it goes. */
    enum Why {
        /** SPF vouches for the return path, where RFC 3834, section 4, wants answers to go. */
        RETURN_PATH,
        /** Only the signature vouches, and it covers the author's address. */
        AUTHOR
    }
}
