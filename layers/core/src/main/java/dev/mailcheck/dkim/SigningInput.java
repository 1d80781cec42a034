package dev.mailcheck.dkim;

/** Bytes that a signature is made over. */
@FunctionalInterface
interface SigningInput {
    void feed(Octets octets);
}
