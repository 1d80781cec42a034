package dev.mailcheck.dns;

import java.util.concurrent.atomic.AtomicInteger;

/** How often arithmetic was done. */
final class Counters {
    final AtomicInteger signatures = new AtomicInteger();
    final AtomicInteger hashes = new AtomicInteger();
}
