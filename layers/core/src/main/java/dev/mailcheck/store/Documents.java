package dev.mailcheck.store;

import java.util.Optional;

/**
 * The large things of a run: what was seen, and its reports. They are kept as long as the run, in a
 * bucket or a directory. Throws {@link StoreException} where the store does not answer.
 */
public interface Documents {
    /**
     * Writes a document whole or not at all, in place of one of that name.
     *
     * @param run the run's key
     * @param name lower-case letters, digits, dots and hyphens
     */
    void write(String run, String name, byte[] content);

    Optional<byte[]> read(String run, String name);
}
