// Package standfirst checks the summary of a backend developer's résumé: what it says, what a reader will miss or doubt, and
// what to write instead.
//
// # Checking a text
//
// Make one [Engine] and keep it. It is immutable, safe for concurrent use, and pools its memory.
//
//	engine, err := standfirst.New()
//	if err != nil { … }
//	r := engine.Check(summary, standfirst.AsOf(today))
//	fmt.Println(r.Score.Verdict, r.Score.Reason)
//	for _, f := range r.Findings { fmt.Println(f.Line, f.Column, f.Message) }
//
// A [Report] holds the facts that were read, the findings, the score with its parts, the sums that a reviewer will do in
// their head, and what stands in the first thirty words. Start and End are byte offsets into Report.Text, half-open; Line and
// Column count from 1, in runes. Findings stand in the order of the text; their Rank says which matters most.
//
// [Report.MarshalJSON] and [AppendJSON] write the shape standfirst/report@1, which schema/report-1.json describes. The same
// shape comes from the command line and from WebAssembly.
//
// # The day
//
// Whether a version is current and how long "since 2016" is depends on the day. The package has no clock: the day is an input,
// [AsOf]. Without it a text is judged on the day of the knowledge base, so that an old report can be made again, byte for
// byte, by the same version. A currency is never judged later than what the knowledge base knows.
//
// # Levels
//
// The level that a text is judged at is read from its title, its years and the scope of what it tells; [At] sets it. A text
// that shows no level is judged by the rules for every level.
//
// # Rules
//
// [Rules] lists them and [Explain] tells about one. [WithSeverity], [Without] and [NotAt] configure an engine; [Suppress] takes
// single findings out of a report, for a reason that the report then shows.
//
// # Files
//
// This package does no I/O and reads no formats. Package resume/read finds the summary in a text, a Markdown file or a JSON
// Resume and returns a [Source]: the text, and for every byte of it the place in the file that it came from.
// [Engine.CheckSource] then reports both places. A source of one's own is made with a [SourceBuilder].
//
// # What it does not do
//
// It invents nothing. A fix is either safe, which means that it keeps the meaning and may be applied unattended, or it asks
// for the fact that it would be written from.
package standfirst
