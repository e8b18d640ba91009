-- Every page about families asks the engine which cases are about them.
create index act_idx_ru_variable_family on public.act_ru_variable (text_) where name_ = 'familyId';
