package dev.mailcheck.http;

import dev.mailcheck.render.Site;
import dev.mailcheck.report.Language;
import dev.mailcheck.report.Words;

import java.util.EnumMap;
import java.util.Map;

/** The frame of the pages for each request, and the answer that holds a page. */
final class Sites {
    private static final String POLICY = Site.contentSecurityPolicy() + "; frame-ancestors 'none'";

    private final Map<Language, Words> words = new EnumMap<>(Language.class);

    Sites() {
        for (Language language : Language.values()) {
            words.put(language, new Words(language));
        }
    }

    Words words(Language language) {
        return words.getOrDefault(language, new Words(language));
    }

    Site site(HttpRequest request, Language language) {
        return new Site(words(language), request.local("/"));
    }

    static HttpAnswer page(int status, String html, Language language) {
        return HttpAnswer.of(status, "text/html; charset=utf-8", html)
                .with("content-security-policy", POLICY)
                .with("content-language", language.word())
                .with("vary", "accept, accept-language");
    }
}
