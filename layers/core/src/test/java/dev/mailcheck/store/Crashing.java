package dev.mailcheck.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Ends the process, so to say, after so many steps that leave something behind. */
public final class Crashing {
    private static final Set<String> READS =
            Set.of("holder", "read", "run", "check", "badge", "find");

    private int left;
    private boolean happened;

    /** Never. */
    public static Crashing never() {
        return new Crashing(Integer.MAX_VALUE);
    }

    public Crashing(int left) {
        this.left = left;
    }

    /** The end of the process, which nobody handles. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super(null, null, false, false);
        }
    }

    /** The same, but the process ends behind the last step that is left. */
    public <T> T around(Class<T> kind, T real) {
        return kind.cast(
                Proxy.newProxyInstance(
                        kind.getClassLoader(),
                        new Class<?>[] {kind},
                        (proxy, method, arguments) -> {
                            Object result;
                            try {
                                result = method.invoke(real, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                            if (!READS.contains(method.getName())) {
                                step();
                            }
                            return result;
                        }));
    }

    /** The same of all that a service remembers; keys are only read. */
    public Stores around(Stores real) {
        return new Stores(
                around(Results.class, real.results()),
                around(Claims.class, real.claims()),
                around(Counters.class, real.counters()),
                around(Documents.class, real.documents()),
                real.keys());
    }

    /** One step that leaves something behind. */
    public void step() {
        if (--left < 0) {
            happened = true;
            throw new Crash();
        }
    }

    public boolean happened() {
        return happened;
    }

    /** Another process goes on, which lives. */
    public void startsAnew() {
        left = Integer.MAX_VALUE;
    }
}
