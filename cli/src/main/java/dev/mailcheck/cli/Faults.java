package dev.mailcheck.cli;

/** Tells the operator of faults of ours, a line each, without a character of what was asked. */
final class Faults {
    private final Environment environment;

    Faults(Environment environment) {
        this.environment = environment;
    }

    synchronized void told(RuntimeException fault) {
        environment
                .err()
                .println(
                        "mailcheck: an error of ours: "
                                + fault.getClass().getName()
                                + " at "
                                + place(fault)
                                + (fault.getCause() == null
                                        ? ""
                                        : ", " + fault.getCause().getClass()));
        if (environment.variable("MAILCHECK_DEBUG").isPresent()) {
            fault.printStackTrace(environment.err());
        }
        environment.err().flush();
    }

    private static String place(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }
}
