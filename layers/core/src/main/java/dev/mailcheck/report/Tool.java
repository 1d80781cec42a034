package dev.mailcheck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What this program is called in its reports, with the version it was built as. */
public final class Tool {
    /** The version of the rules: higher once the same observations may be judged otherwise. */
    public static final String RULES = "1";

    private Tool() {}

    /** As "1.0.0". */
    public static String version() {
        try (InputStream in = Tool.class.getResourceAsStream("/mailcheck-version.properties")) {
            Properties built = new Properties();
            built.load(Objects.requireNonNull(in, "mailcheck-version.properties is not built"));
            return built.getProperty("version");
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    /** As "mailcheck 1.0.0". */
    public static String name() {
        return "mailcheck " + version();
    }
}
