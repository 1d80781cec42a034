package dev.mailcheck.net;

/** How an attempt to connect ended. */
public sealed interface Dial {
    /** The connection stands; the caller closes it. */
    record Connected(Connection connection) implements Dial {}

    /** It does not. Whose fault that is only the vantage can tell. */
    record NotConnected(ConnectFailure reason) implements Dial {}
}
