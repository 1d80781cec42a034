package dev.mailcheck.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * The one style sheet of our pages, and the policy that lets browsers use it and nothing else: no
 * script, no image, no font, no other host (CSP Level 3).
 */
public final class PageStyle {
    private static final String FILE = "/page.css";
    private static final String SITE = "/site.css";

    private final String css;

    private PageStyle(String css) {
        this.css = css;
    }

    static PageStyle load() {
        return new PageStyle(resource(FILE));
    }

    /** The same with what only the pages of a service have. */
    static PageStyle ofSite() {
        return new PageStyle(resource(FILE) + resource(SITE));
    }

    static String resource(String file) {
        try (InputStream in = PageStyle.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException ours) {
            throw new UncheckedIOException(file, ours);
        }
    }

    String css() {
        return css;
    }

    /** The value of a Content-Security-Policy field under which the page is whole. */
    public static String contentSecurityPolicy() {
        return load().policy();
    }

    String policy() {
        return "default-src 'none'; style-src '"
                + hash(css)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** The source expression that allows this text inside of a page. */
    static String hash(String inline) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(inline.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
