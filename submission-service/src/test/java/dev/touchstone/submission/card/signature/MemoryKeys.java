package dev.touchstone.submission.card.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The registered keys in memory. */
final class MemoryKeys implements KeyRing {

    private record Entry(String name, Registered key) {
    }

    private final List<Entry> entries = new ArrayList<>();

    MemoryKeys with(String name, Signer signer, Standing standing) {
        entries.add(new Entry(name, new Registered(signer.keyId(), signer.keys().getPublic(), standing)));
        return this;
    }

    static MemoryKeys of(Signer signer) {
        return new MemoryKeys().with("release", signer, Standing.IN_FORCE);
    }

    @Override
    public List<Registered> find(String id) {
        List<Registered> own = matching(entry -> entry.key().keyId().equals(id) && isOwn(entry));
        List<Registered> named = own.isEmpty() ? matching(entry -> entry.name().equals(id) && isOwn(entry)) : own;
        return named.isEmpty() ? matching(entry -> entry.key().keyId().equals(id)) : named;
    }

    private static boolean isOwn(Entry entry) {
        return entry.key().standing() != Standing.FOREIGN;
    }

    private List<Registered> matching(Predicate<Entry> meant) {
        return entries.stream().filter(meant).map(Entry::key).toList();
    }
}
