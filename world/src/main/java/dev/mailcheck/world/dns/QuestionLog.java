package dev.mailcheck.world.dns;

import java.util.ArrayList;
import java.util.List;

/** What one DNS server of the world was asked. Safe to read while questions come in. */
public final class QuestionLog {
    private final List<Question> questions = new ArrayList<>();
    private int open;
    private int mostOpen;

    /** Returns all questions in the order in which they came. */
    public synchronized List<Question> all() {
        return List.copyOf(questions);
    }

    /** Returns how many questions came. */
    public synchronized int total() {
        return questions.size();
    }

    /** Returns how many different names and types were asked for. */
    public long distinct() {
        return all().stream().map(q -> q.name() + " " + q.type()).distinct().count();
    }

    /** Returns how often this name and type were asked for. */
    public long count(String name, String type) {
        return all().stream().filter(q -> q.name().equals(name) && q.type().equals(type)).count();
    }

    /** Returns how many questions at most were waiting for their answer at the same time. */
    public synchronized int mostOpenAtOnce() {
        return mostOpen;
    }

    synchronized void opened(Question question) {
        questions.add(question);
        open++;
        mostOpen = Math.max(mostOpen, open);
    }

    synchronized void closed() {
        open--;
    }
}
