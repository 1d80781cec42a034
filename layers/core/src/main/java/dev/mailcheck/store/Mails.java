package dev.mailcheck.store;

import java.util.Optional;

/**
 * Mails as they came, byte for byte, for a few days only: in a directory or a bucket. Throws {@link
 * StoreException} where the store does not answer.
 */
public interface Mails {
    /**
     * Writes a mail whole or not at all; when this returns it outlives the process and a loss of
     * power. The bytes are not kept by the caller's reference.
     *
     * @param run the key of its run
     */
    void write(String run, byte[] mail);

    /** The mail; empty where it was never there, or its days are over. */
    Optional<byte[]> read(String run);
}
