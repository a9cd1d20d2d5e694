package dev.touchstone.judge.llm;

import org.eclipse.microprofile.config.spi.Converter;

/** Providers are configured by the names that requests and events have for them, which are not those of the constants. */
public final class ProviderConverter implements Converter<Provider> {

    private static final long serialVersionUID = 1L;

    @Override
    public Provider convert(String name) {
        return Provider.of(name);
    }
}
