-- Once, the search index is made again from the entries. Until then a long entry that was changed
-- and then erased could leave words of it there: the engine took its short beginnings of words out
-- only in part (FTS5 with prefix indexes and secure-delete).
INSERT INTO entries_search (entries_search) VALUES ('rebuild');;
