package dev.mailcheck.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A start tag. Its names are ours, and checked to be; the values of its attributes may be
 * anybody's, for they are encoded when written.
 */
record Tag(String name, List<Attribute> attributes) {
    private static final String WORD = "[A-Za-z0-9._~-]+";
    private static final String OWN_PATH =
            "/(" + WORD + "(/" + WORD + ")*/?)?(\\?[A-Za-z0-9._~%&=-]*)?";

    Tag {
        attributes = List.copyOf(attributes);
    }

    record Attribute(String name, String value) {}

    static Tag of(String name) {
        return new Tag(checked(name), List.of());
    }

    static Tag of(String name, String classes) {
        return of(name).with("class", classes);
    }

    Tag with(String attribute, String value) {
        if (attribute.startsWith("on") || attribute.equals("style") || attribute.equals("href")) {
            throw new IllegalArgumentException(attribute + " runs code or leads away");
        }
        return plus(attribute, value);
    }

    /** Leads to a place of this page. */
    Tag to(String id) {
        return plus("href", "#" + id);
    }

    /** Leads to a page that we name ourselves: the address must not hold a foreign character. */
    Tag away(String ownAddress) {
        return plus("href", ownAddress).plus("rel", "noreferrer");
    }

    /** Leads to a page of this service, whose path is made of ours and nothing that came in. */
    Tag local(String attribute, String path) {
        if (!path.matches(OWN_PATH)) {
            throw new IllegalArgumentException(path + " is no path of ours");
        }
        return plus(attribute, path);
    }

    private Tag plus(String attribute, String value) {
        List<Attribute> all = new ArrayList<>(attributes);
        all.add(new Attribute(checked(attribute), value));
        return new Tag(name, all);
    }

    private static String checked(String name) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9-]*")) {
            throw new IllegalArgumentException(name + " is no name");
        }
        return name;
    }
}
