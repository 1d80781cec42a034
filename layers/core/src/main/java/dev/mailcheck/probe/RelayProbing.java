package dev.mailcheck.probe;

/** Whether mail hosts are asked to relay. Nobody is asked whose domain said no to it. */
public enum RelayProbing {
    /** In all forms. */
    ON,
    /** Not at all. */
    OFF,
    /** Only who has proven control of the domain may ask, and that has not happened. */
    CONTROL_NOT_PROVEN
}
