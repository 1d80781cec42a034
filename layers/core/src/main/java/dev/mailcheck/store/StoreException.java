package dev.mailcheck.store;

/** The store did not do what it was asked for; it may at another time. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
