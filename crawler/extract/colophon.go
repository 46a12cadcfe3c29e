package extract

import (
	"regexp"
	"strings"
)

// The colophon of an article, what stands below its last paragraph: who else
// reported, who the author is, where else the publisher is heard, whose the rights
// are. It is looked for in the last colophonBlocks and in no block of more than
// longestColophon words.
const (
	colophonBlocks  = 6
	longestColophon = 70
)

// credited are the lines of those who helped, and of the publisher where the text
// was first or will be.
var credited = regexp.MustCompile(`(?i)^\W*(?:(?:additional |further |with )?report(?:ing|age) (?:and \pL+ )?by|(?:writing|edit(?:ing|ed)|compiled|translat(?:ion|ed)) by|with (?:files|reporting|information) (?:from|by)|mit (?:material|informationen) von)\b` +
	`|\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b` +
	`|^\W*mit (?:dpa|afp|reuters|ap)\W*$|dpa-infocom` +
	`|^(?:dieses thema im programm|über dieses thema berichtete)` +
	`|^(?:dieser|der) (?:artikel|text|beitrag) (?:ist|erschien|wurde) zuerst|^les(?:t|en sie) den originalartikel`)

// publisherNotice are the lines in which the publisher speaks of its rights or to its readers.
var publisherNotice = regexp.MustCompile(`(?i)^\W*(?:copyright\b|©|all rights reserved|license this content)|click here for reprint|subject to copyright` +
	`|^get in touch with (?:our|the|us)\b|^for more stories like this|^do you have (?:a|any) (?:story|tip|news|question)|^(?:write|email) (?:to )?.{2,60}@` +
	`|^our website is (?:the|your)\b|\bbookmark (?:our|\S+\.\pL+)\b|^follow (?:us|@|.{2,40} (?:on|full coverage))|^stay on top of\b` +
	`|^(?:filed under|posted in|tagged(?: with| as)?|categories|schlagwörter|kategorien?|classé dans|archiviato in|publicado en)\b[: ]` +
	`|\b(?:comm?ent(?:s|aire|aires|ário|ários|ario|arios|i)?|kommentare?)\b.{0,90}\b(?:moderat(?:ed|ing|or)|moderados?|moderador|aprovad\pL+|approved|freigeschaltet|modéré\pL*|supprimé\pL*)\b` +
	`|\bmoderating (?:all )?comments` +
	`|^listen to .{2,40} (?:live|on demand)\b|^sign up (?:for|to)\b`)

// isColophon reports whether a line below an article is not part of it.
func isColophon(line string, authors []string) bool {
	return words(line) <= longestColophon && (credited.MatchString(line) || publisherNotice.MatchString(line) || tellsOfAuthor(line, authors))
}

// isAuthor begins what is told of an author behind the name.
var isAuthor = regexp.MustCompile(`(?i)^\W*(?:\([^)]{3,60}\)\W*)?(?:is|ist|covers|writes|works|berichtet|schreibt|arbeitet|leitet|est|es|è)\s`)

// tellsOfAuthor reports whether a line begins with the name of an author and goes
// on with who that is: "Ann Rivers is a reporter in Rome."
func tellsOfAuthor(line string, authors []string) bool {
	for _, a := range authors {
		if at := strings.Index(line, a); len(a) > 5 && at >= 0 && at <= longestOffice && isAuthor.MatchString(line[at+len(a):]) {
			return true
		}
	}
	return false
}

// longestOffice is the length in bytes of an office in front of a name.
const longestOffice = 25
