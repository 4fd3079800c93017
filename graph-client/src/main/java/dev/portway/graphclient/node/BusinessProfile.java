package dev.portway.graphclient.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people see about the business in WhatsApp. Lengths are Meta's (reference, 2026).
 *
 * <p>When setting: null leaves a field as it is, an empty text clears it. The picture can only be read; setting it needs an upload.
 *
 * @param about 1 to 139 characters
 * @param address at most 256
 * @param description at most 512
 * @param email at most 128
 * @param websites at most two, 256 characters each; null when setting: as they are
 * @param vertical kind of business: {@code RETAIL}, {@code EDU}, … an open list
 * @param pictureUrl expires after some days; never sent
 */
public record BusinessProfile(
        @Nullable String about,
        @Nullable String address,
        @Nullable String description,
        @Nullable String email,
        @Nullable List<String> websites,
        @Nullable String vertical,
        @Nullable String pictureUrl) {
    public BusinessProfile {
        websites = websites == null ? null : List.copyOf(websites);
    }
}
