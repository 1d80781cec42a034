package dev.mailcheck.world;

import dev.mailcheck.world.smtp.SmtpHost;

/** What the network between us and the world does to connections to port 25. */
public sealed interface Port25 {
    /** It lets them through. */
    record Open() implements Port25 {}

    /** It answers each of them with a reset. */
    record Closed() implements Port25 {}

    /** It swallows them all, as most access providers do. */
    record Dropped() implements Port25 {}

    /** It diverts all of them to a host of its own. */
    record Intercepted(SmtpHost host) implements Port25 {}

    /** Returns the usual interceptor: another banner, and no STARTTLS. */
    static Port25 intercepted() {
        return new Intercepted(SmtpHost.sound("proxy.access-provider.example").noStartTls());
    }
}
