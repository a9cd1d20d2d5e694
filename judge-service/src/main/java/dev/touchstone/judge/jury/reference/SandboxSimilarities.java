package dev.touchstone.judge.jury.reference;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks sandbox-service. Whatever keeps it from answering is a reason and no exception. */
@ApplicationScoped
class SandboxSimilarities implements Similarities {

    private static final Set<String> KINDS = Set.of("figure", "date", "link", "code", "name");
    private static final Unavailable NOT_AS_AGREED = new Unavailable("The comparison's answer is not as agreed.");

    private final SimilarityClient client;

    SandboxSimilarities(@RestClient SimilarityClient client) {
        this.client = client;
    }

    @Override
    public Reading compare(Texts texts) throws InterruptedException {
        try {
            return read(client.compare(new SimilarityClient.Request(List.of(texts))));
        } catch (WebApplicationException refused) {
            // An answer that is no JSON is told as one too, with the status of the answer.
            int status = refused.getResponse().getStatus();
            return status < 300 ? NOT_AS_AGREED : new Unavailable("The comparison answered with status " + status + ".");
        } catch (ProcessingException unreachable) {
            if (Thread.interrupted() || unreachable.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            return new Unavailable("The comparison could not be reached in time.");
        }
    }

    private static Reading read(SimilarityClient.@Nullable Answer answer) {
        List<SimilarityClient.@Nullable Pair> pairs = answer == null || answer.pairs() == null ? List.of() : answer.pairs();
        SimilarityClient.Pair pair = pairs.size() == 1 ? pairs.getFirst() : null;
        return answer == null || pair == null ? NOT_AS_AGREED : measured(answer.model(), pair);
    }

    private static Reading measured(@Nullable Model model, SimilarityClient.Pair pair) {
        List<@Nullable String> shared = pair.shared();
        List<@Nullable Fact> facts = pair.facts();
        Boolean contradicted = pair.contradicted();
        boolean measuredByNobody = pair.embedding() != null && model == null;
        if (shared == null || shared.stream().anyMatch(Objects::isNull) || facts == null || contradicted == null
                || !facts.stream().allMatch(SandboxSimilarities::isFact) || !isShare(pair.overlap())
                || !isShare(pair.embedding()) || measuredByNobody) {
            return NOT_AS_AGREED;
        }
        return new Measured(pair.embedding() == null ? null : model, pair.overlap(), pair.embedding(),
                shared.stream().flatMap(Stream::ofNullable).toList(), facts.stream().flatMap(Stream::ofNullable).toList(),
                contradicted);
    }

    private static boolean isShare(@Nullable Double figure) {
        return figure == null || (figure >= 0 && figure <= 1);
    }

    private static boolean isFact(@Nullable Fact fact) {
        return fact != null && fact.kind() != null && KINDS.contains(fact.kind()) && fact.text() != null;
    }
}
