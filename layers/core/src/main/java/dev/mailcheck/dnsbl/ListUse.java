package dev.mailcheck.dnsbl;

/** Who asks: the terms of many lists tell the two apart. */
public enum ListUse {
    /** Somebody at their own machine, now and then. */
    COMMAND_LINE,
    /** A service that others ask, or a program that asks for many. */
    SERVICE
}
