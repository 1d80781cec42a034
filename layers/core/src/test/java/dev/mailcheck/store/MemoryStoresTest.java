package dev.mailcheck.store;

import java.time.Clock;

/** Stores in memory keep the contract too: what tests see with them holds for the real ones. */
class MemoryStoresTest extends StoresContract {
    private Stores stores = new MemoryStores(Clock.systemUTC()).stores();

    @Override
    protected Stores open(Clock clock) {
        stores = new MemoryStores(clock).stores();
        return stores;
    }

    @Override
    protected Stores reopen(Clock clock) {
        return stores;
    }

    @Override
    protected void close() {}
}
