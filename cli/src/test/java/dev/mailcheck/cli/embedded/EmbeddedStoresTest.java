package dev.mailcheck.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mailcheck.store.Stores;
import dev.mailcheck.store.StoresContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/** SQLite and a directory keep the contract of the stores. */
class EmbeddedStoresTest extends StoresContract {
    private final Path directory;
    private EmbeddedStores open;

    EmbeddedStoresTest(@TempDir Path directory) throws UnusableDirectory {
        this.directory = directory;
        this.open = EmbeddedStores.open(directory, Clock.systemUTC());
    }

    @Override
    protected Stores open(Clock clock) {
        return reopen(clock);
    }

    @Override
    protected Stores reopen(Clock clock) {
        open.close();
        try {
            open = EmbeddedStores.open(directory, clock);
        } catch (UnusableDirectory bug) {
            throw new IllegalStateException(bug);
        }
        return open.stores();
    }

    @Override
    protected void close() {
        open.close();
    }

    @Test
    void aDirectoryServesOneServiceAtATime() {
        assertThatThrownBy(() -> EmbeddedStores.open(directory, Clock.systemUTC()))
                .isInstanceOf(UnusableDirectory.class)
                .hasMessage("is in use by another mailcheck serve");
    }

    @Test
    void keysCanBeMadeBesideARunningService() throws UnusableDirectory {
        try (EmbeddedStores beside = EmbeddedStores.beside(directory, Clock.systemUTC())) {
            assertThat(beside.hasKeys()).isFalse();
        }
    }

    @Test
    void nobodyElseMayReadTheDirectory() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("mailcheck.sqlite"), "no database ".repeat(1000));

        assertThatThrownBy(() -> EmbeddedStores.open(other, Clock.systemUTC()))
                .isInstanceOf(UnusableDirectory.class)
                .hasMessageContaining("mailcheck.sqlite that cannot be used");
    }
}
