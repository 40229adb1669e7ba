package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.diff.Review;
import io.streamspec.diff.ReviewText;
import io.streamspec.files.Fingerprint;
import io.streamspec.files.OutputFolder;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of comparisons: each as text, as JSON and as a page, called after its document. */
public final class ReviewFiles {

    private ReviewFiles() {}

    /** Makes {@code folder} hold {@code reviews} of {@code documents}, and nothing of earlier runs. */
    public static OutputFolder.Changes write(List<Review> reviews, List<Path> documents, Path folder)
            throws IOException {
        List<OutputFile> files = new ArrayList<>();
        Fingerprint fingerprint = new Fingerprint().add("options", "diff");
        for (Review review : reviews) {
            String name = review.now().pageName();
            String json = Generator.json(review);
            fingerprint.add(name, json);
            files.add(new OutputFile(name + ".txt", ReviewText.of(review)));
            files.add(new OutputFile(name + ".json", json));
            files.add(new OutputFile(name + ".html", Generator.html(review).text()));
        }
        return OutputFolder.at(folder).replace(files, fingerprint.value(), documents);
    }
}
