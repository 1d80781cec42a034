package dev.mailcheck.world.dns;

/** Which questions a fault concerns. */
@FunctionalInterface
public interface QuestionMatch {
    /** Tells whether the question is one of them. */
    boolean matches(Question question);

    /** Matches every question. */
    static QuestionMatch any() {
        return question -> true;
    }

    /** Matches one name and type, such as {@code ("sound.example", "MX")}. */
    static QuestionMatch of(String name, String type) {
        return question -> question.name().equals(name) && question.type().equals(type);
    }

    /** Matches every type at one name. */
    static QuestionMatch at(String name) {
        return question -> question.name().equals(name);
    }

    /** Matches a name and all below it. */
    static QuestionMatch under(String name) {
        return question -> question.name().equals(name) || question.name().endsWith("." + name);
    }

    /** Matches every question for one type. */
    static QuestionMatch type(String type) {
        return question -> question.type().equals(type);
    }

    /** Matches what both match. */
    default QuestionMatch and(QuestionMatch other) {
        return question -> matches(question) && other.matches(question);
    }
}
